"""From facts, persona and references to a plan: what to say, beside what, in which order, and what to ask first.

The plan is what the built-in writer and a language model both work from: neither picks a number of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.beside import rank_fact
from assistant.comparisons import Audience, Ranking
from assistant.praise import find_praise
from assistant.quantities import find_facts
from assistant.references import Book
from assistant.schema import Comparison, Diagnostic, Fact, Lang, Plan, Quantity, Rung
from assistant.schema.brief import Brief, Persona
from assistant.schema.doubts import say_doubt

# As many facts as a product page can carry before a reader stops counting.
MOST_FACTS = 5
# More than these beside the chosen one and a writer shops instead of writing.
ALTERNATIVES = 2
# Fewer rungs than these are a comparison, which the text has anyway.
CLIMB = 4

_WHY: dict[str, dict[Lang, str]] = {
    "praise": {
        "en": "praise without evidence",
        "zh-Hans": "没有依据的自夸",
        "zh-Hant": "沒有依據的自誇",
    },
    "later": {
        "en": "matters less to this persona; keep it in the specification table",
        "zh-Hans": "对这类客户不那么重要，留在参数表里",
        "zh-Hant": "對這類客戶沒那麼重要，留在規格表裡",
    },
    "doubt": {"en": "the reading is uncertain", "zh-Hans": "数值有疑问", "zh-Hant": "數值有疑問"},
}
_QUOTED: dict[Lang, str] = {"en": "“{caught}”: ", "zh-Hans": "“{caught}”", "zh-Hant": "「{caught}」"}
_DOUBTED: dict[Lang, str] = {"en": "{text}: {doubt}", "zh-Hans": "{text}：{doubt}", "zh-Hant": "{text}：{doubt}"}
_EVIDENCE_QUESTION: dict[Lang, str] = {
    "en": "No customer's words stand behind this persona: a guess. Which reviews, tickets or interviews confirm it?",
    "zh-Hans": "这个客户画像没有任何客户原话支撑，只是猜测：有哪些评价、工单或访谈可以印证？",
    "zh-Hant": "這個客戶輪廓沒有任何客戶原話支撐，只是猜測：有哪些評價、客服紀錄或訪談可以印證？",
}


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact with all that was found for it: the ranking of each quantity and the praise in its words."""

    fact: Fact
    rankings: tuple[tuple[Quantity, Ranking], ...]
    praise: tuple[Diagnostic, ...]

    @property
    def best(self) -> Comparison | None:
        """The comparison with the highest score over all quantities; None where nothing is good enough."""
        found = [c for _, ranking in self.rankings for c in ranking.comparisons if c.kind != "ladder"]
        return max(found, key=lambda c: c.score, default=None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a brief: the text that offsets refer to, and each fact with its findings."""

    text: str
    views: tuple[FactView, ...]


def audience_of(brief: Brief, persona: Persona | None) -> Audience:
    """Whose references fit: the brief's market wins over the persona's."""
    market = brief.market or (persona.market if persona else None)
    interests = frozenset(topic.lower() for topic in persona.knows_by_feel) if persona else frozenset()
    return Audience(brief.lang, market, interests, frozenset(topic.lower() for topic in brief.avoid))


def read(brief: Brief, persona: Persona | None, book: Book) -> Reading:
    """Reads the facts of a brief, ranks what may stand beside each quantity and flags praise in them."""
    audience = audience_of(brief, persona)
    text = "\n".join(brief.facts)
    names = tuple(name for name in (brief.product, *brief.names) if name)
    views = []
    for fact in find_facts(text, brief.lang, audience.market):
        rankings = rank_fact(fact, book, audience)
        views.append(FactView(fact, rankings, find_praise(fact.text, brief.lang, names=names, market=audience.market)))
    return Reading(text, tuple(views))


def make_plan(reading: Reading, brief: Brief, persona: Persona | None) -> Plan:
    """Chooses facts, a comparison for each (the first of its id's; a few alternatives follow it) and the ladder.

    Deterministic. Facts that are praise or uncertain are left out, with the reason.
    """
    order = sorted(range(len(reading.views)), key=lambda i: (-_weight(reading.views[i], persona), i))
    used: list[str] = []
    left: list[tuple[str, str]] = []
    comparisons: list[Comparison] = []
    seen: set[tuple[str, ...]] = set()
    for index in order:
        view = reading.views[index]
        reason = _left_out(view, len(used))
        if reason:
            left.append((view.fact.id, _WHY[reason][brief.lang]))
            continue
        used.append(view.fact.id)
        chosen = _choose(view, seen)
        if chosen is not None:
            seen |= {tuple(reference.id for reference in chosen.references)} - {()}
            offered = [chosen, *_alternatives(view, chosen)]
            comparisons += [replace(comparison, id=f"{view.fact.id}-{comparison.id}") for comparison in offered]
    by_id = {view.fact.id: view for view in reading.views}
    return Plan(
        facts=tuple(view.fact for view in reading.views),
        used=tuple(used),
        left=tuple(left),
        comparisons=tuple(comparisons),
        ladder=_ladder(used, by_id),
        angle=_angle(brief, persona),
        questions=_questions(reading, brief, persona),
    )


def _weight(view: FactView, persona: Persona | None) -> float:
    """How early a fact comes: what the persona cares about, then what can be felt, then the order given."""
    words = [word.lower() for word in persona.cares_about] if persona else []
    cared = any(word in view.fact.text.lower() for word in words)
    best = view.best
    return (0.6 if cared else 0.0) + (best.score if best else 0.0) + (0.1 if view.fact.quantities else 0.0)


def _left_out(view: FactView, used: int) -> str | None:
    if view.praise:
        return "praise"
    if any(quantity.doubts for quantity in view.fact.quantities):
        return "doubt"
    return "later" if used >= MOST_FACTS else None


def _choose(view: FactView, seen: set[tuple[str, ...]]) -> Comparison | None:
    """The best comparison whose reference no other fact has used: the same yardstick twice is a slogan."""
    dimensions = [quantity.dimension for quantity, _ in view.rankings]
    if len(set(dimensions)) < len(dimensions):
        # "40 × 8 cm": which of the two the comparison means, a reader could only guess.
        return None
    found = [c for _, ranking in view.rankings for c in ranking.comparisons if c.kind != "ladder"]
    fresh = [c for c in found if tuple(reference.id for reference in c.references) not in seen]
    return max(fresh, key=lambda c: c.score, default=None)


def _alternatives(view: FactView, chosen: Comparison) -> list[Comparison]:
    """What a writer may use instead: the next best, and those of the ladder's rungs, by falling score."""
    rungs = {rung.reference.id for _, ranking in view.rankings for rung in ranking.ladder if rung.reference is not None}
    found = [c for _, ranking in view.rankings for c in ranking.comparisons if c.kind != "ladder" and c != chosen]
    found.sort(key=lambda c: -c.score)
    # 280 eggs are a joke; 570 times a sprinter is a picture: of the rungs, those that are multiplied, not counted.
    climbed = [c for c in found[ALTERNATIVES:] if rungs & {r.id for r in c.references} and not _counted(c)]
    return [*found[:ALTERNATIVES], *climbed]


def _counted(comparison: Comparison) -> bool:
    return any(names.many for names in comparison.references[0].names.values())


def _ladder(used: list[str], views: Mapping[str, FactView]) -> tuple[Rung, ...]:
    ladders = (ranking.ladder for fact_id in used for _, ranking in views[fact_id].rankings)
    return next((ladder for ladder in ladders if len(ladder) >= CLIMB), ())


def _angle(brief: Brief, persona: Persona | None) -> str:
    """The gain or the pain that the text starts from: by stage, in the persona's own words."""
    if persona is None:
        return ""
    first = persona.pains if brief.stage in ("need", "search") else persona.wants
    return next(iter((*first, *persona.wants, *persona.pains)), "")


def _questions(reading: Reading, brief: Brief, persona: Persona | None) -> tuple[str, ...]:
    """What the text cannot answer, for colleagues who can (M6), without repeats, in order of the facts."""
    questions: list[str] = []
    for view in reading.views:
        for finding in view.praise:
            caught = view.fact.text[finding.start : finding.end]
            questions.append(_QUOTED[brief.lang].format(caught=caught) + finding.question)
        for quantity in view.fact.quantities:
            questions += [
                _DOUBTED[brief.lang].format(text=quantity.text, doubt=say_doubt(doubt, brief.lang))
                for doubt in quantity.doubts
            ]
    if persona is not None and persona.evidence_state == "none":
        questions.append(_EVIDENCE_QUESTION[brief.lang])
    return tuple(dict.fromkeys(questions))
