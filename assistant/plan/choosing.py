"""Which facts, in which order, each beside what; what is left out, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.comparisons.derived import find_sums
from assistant.plan.asking import find_questions
from assistant.plan.forms import LABEL, form_of
from assistant.plan.merging import merge_plans
from assistant.plan.openings import Material, find_openings, words_for
from assistant.plan.pairing import choose_comparison, compare_facts
from assistant.plan.reading import FactView, Reading
from assistant.playbook import OTHER, Call, Playbook, load_playbook
from assistant.schema import Lang, Opening, Plan, Rung
from assistant.schema.brief import Brief, Persona
from assistant.schema.orders import ORDER

# Fewer rungs than these are a comparison, which the text has anyway.
CLIMB = 4
# A persona's own words about what comes first weigh as much as a good comparison.
_CARED = 0.6
# How much later each further fact of one topic comes.
_AGAIN = 0.25
_FEATURE = 0.3
# What a person has pinned comes before whatever is weighed.
_PINNED = 100.0
_PAGES = ("product_page",)
# Why a fact is left to the specification table, and not out of the draft.
_TABLED = ("later", "table", "doubt")
# One doubtful figure among so many is no reason to keep a fact back: it is stated as given, and compared with nothing.
_SEVERAL = 2

_WHY: dict[str, dict[Lang, str]] = {
    "praise": {
        "en": "praise without evidence",
        "zh-Hans": "没有依据的自夸",
        "zh-Hant": "沒有依據的自誇",
    },
    "order": {
        "en": "an instruction to a machine, and no fact",
        "zh-Hans": "是给机器的指令，不是事实",
        "zh-Hant": "是給機器的指令，不是事實",
    },
    "later": {
        "en": "matters less to this persona; keep it in the specification table",
        "zh-Hans": "对这类客户不那么重要，留在参数表里",
        "zh-Hant": "對這類客戶沒那麼重要，留在規格表裡",
    },
    "table": {
        "en": "of use in the specification table only",
        "zh-Hans": "只在参数表里有用",
        "zh-Hant": "只在規格表裡有用",
    },
    "doubt": {"en": "the reading is uncertain", "zh-Hans": "数值有疑问", "zh-Hant": "數值有疑問"},
}


def make_plan(reading: Reading, brief: Brief, persona: Persona | None, playbook: Playbook | None = None) -> Plan:
    """Chooses facts, a comparison for each (the first of its id's; a few alternatives follow it), the ways in and out.

    Deterministic. Facts that are praise or uncertain are left out, with the reason. Of a brief for several channels it
    is the plan of all, with that of each as its `parts`. Raises `InputError` for a channel that the playbook does not
    have.
    """
    playbook = playbook or load_playbook()
    if len(brief.channels) > 1:
        alone = {name: brief.for_channel(name) for name in brief.channels}
        return merge_plans({name: _plan_of(reading, one, persona, playbook) for name, one in alone.items()})
    return _plan_of(reading, brief, persona, playbook)


def _plan_of(reading: Reading, brief: Brief, persona: Persona | None, playbook: Playbook) -> Plan:
    """The plan for one channel."""
    motives = persona.motives if persona else ()
    call = playbook.call(brief.stage, brief.lifecycle, brief.purpose, motives, brief.channels[0])
    weighed = {view.fact.id: _weight(view, call, playbook, brief, persona) for view in reading.views}
    ordered = _varied(reading.views, weighed)
    described = _described(reading, brief, playbook)
    used: list[str] = []
    left: list[tuple[str, str]] = []
    tabled: set[str] = set()
    channel = playbook.channel(brief.channel)
    room, has_table = channel.facts, len(channel.written) < len(channel.fields)
    for view in ordered:
        reason = _left_out(view, playbook, 0 if view.fact.id in described else room - 1)
        if reason == "doubt" and view.fact.id in described:
            reason = None
        if reason in ("table", "doubt") and view.pinned is not None:
            # Somebody has looked at it and wants it told.
            reason = None
        if reason is None and has_table and form_of(view.fact, brief.lang) == "terms" and view.pinned is None:
            # How it is kept and what is sold apart belongs below the figures, not among what it does.
            reason = "table"
        if reason:
            left.append((view.fact.id, _WHY[reason][brief.lang]))
            tabled |= {view.fact.id} if reason in _TABLED else set()
        else:
            used.append(view.fact.id)
            room -= view.fact.id not in described
    views = {view.fact.id: view for view in reading.views}
    known = [view.fact for view in reading.views if not view.praise]
    sums = find_sums(known, brief.lang, f"{brief.product} {brief.category}")
    beside, offered = compare_facts([views[one] for one in used], call, len(reading.views), sums)
    ladder_fact, ladder = _ladder(used, views)
    topics = {view.fact.id: view.topic for view in reading.views}
    material = Material([views[one].fact for one in used], beside, topics, ladder, ladder_fact)
    openings = find_openings(material, call, playbook, brief, persona) if used else ()
    return Plan(
        facts=tuple(view.fact for view in reading.views),
        used=tuple(used),
        left=tuple(left),
        comparisons=tuple(offered),
        ladder=ladder,
        angle=_angle(openings, brief, persona),
        questions=find_questions(reading, brief, persona),
        topics=topics,
        openings=openings,
        closes=call.closes,
        described=described,
        terms=tuple(
            view.fact.id for view in reading.views if form_of(view.fact, brief.lang) == "terms" and not view.praise
        ),
        pictured=tuple(one for one in used if one in beside),
        table=tuple(view.fact.id for view in reading.views if view.fact.id in tabled),
        pinned=tuple(beside[one].id for one in used if one in beside and views[one].pinned is not None),
        added=reading.added,
    )


def _described(reading: Reading, brief: Brief, playbook: Playbook) -> tuple[str, ...]:
    """The sentences about the thing, in the brief's order, as many as the channel carries."""
    found = (
        view.fact.id
        for view in reading.views
        if form_of(view.fact, brief.lang) == "description" and _left_out(view, playbook, 0) in (None, "doubt")
    )
    return tuple(found)[: playbook.channel(brief.channel).sentences]


def _varied(views: Sequence[FactView], weighed: Mapping[str, float]) -> list[FactView]:
    """The facts by what they do for this customer now, equal ones in the order given; a topic's second and third later:
    six sizes of a curtain leave no room for what it is made of.
    """
    told: dict[str, int] = {}
    left, varied = sorted(views, key=lambda view: -weighed[view.fact.id]), []
    while left:
        best = max(left, key=lambda view: weighed[view.fact.id] - _AGAIN * told.get(view.topic, 0))
        left.remove(best)
        varied.append(best)
        if best.topic != OTHER and not best.praise:
            told[best.topic] = told.get(best.topic, 0) + 1
    return varied


def _weight(view: FactView, call: Call, playbook: Playbook, brief: Brief, persona: Persona | None) -> float:
    """How early a fact comes: what the persona cares about, what the situation calls for, what can be felt."""
    text = view.fact.text.lower()
    words = persona.cares_about.words if persona else ()
    touched = {topic for word in words for topic in playbook.touched(word, brief.lang)}
    cared = view.topic in touched or any(word.lower() in text for word in words)
    weight = (_CARED if cared else 0.0) + (0.1 if view.fact.quantities else 0.0)
    if brief.channel in _PAGES:
        # What a thing has and does is read in a list; a row that nobody can place is looked up in a table.
        labelled = LABEL.match(view.fact.text) is not None
        weight += (-_FEATURE if view.topic == OTHER else 0.0) if labelled else _FEATURE
    best, worth = choose_comparison(view, set(), call, 0)
    weight += best.score + call.kinds.get(best.kind, 0.0) if best and worth != "none" else 0.0
    if view.topic in playbook.topics:
        topic = playbook.topics[view.topic]
        weight += 0.5 * max(call.gains.get(gain, 0.0) for gain in topic.gains) + call.concerns.get(topic.concern, 0.0)
    return weight + (_PINNED if view.pinned is not None else 0.0)


def _left_out(view: FactView, playbook: Playbook, room: int) -> str | None:
    if ORDER.search(view.fact.text):
        return "order"
    if view.praise:
        return "praise"
    doubtful = [quantity for quantity in view.fact.quantities if quantity.doubts]
    if doubtful and len(view.fact.quantities) <= _SEVERAL * len(doubtful):
        return "doubt"
    if view.topic in playbook.topics and not playbook.topics[view.topic].told:
        return "table"
    return "later" if room < 0 else None


def _ladder(used: list[str], views: Mapping[str, FactView]) -> tuple[str, tuple[Rung, ...]]:
    """The first ladder worth climbing, with the fact that it ends at; "" and nothing where there is none."""
    ladders = ((fact_id, ranking.ladder) for fact_id in used for _, ranking in views[fact_id].rankings)
    return next(((fact_id, ladder) for fact_id, ladder in ladders if len(ladder) >= CLIMB), ("", ()))


def _angle(openings: tuple[Opening, ...], brief: Brief, persona: Persona | None) -> str:
    """The gain or the pain that the text starts from, in the persona's own words: what the fittest opening says, else
    by stage.
    """
    said = next((opening.words for opening in openings if opening.words), "")
    speaker = words_for(persona, brief.lang)
    if said or speaker is None:
        return said
    first = speaker.pains if brief.stage in ("need", "search") else speaker.wants
    return next(iter((*first, *speaker.wants, *speaker.pains)), "")
