"""Whole chains of real prose, replayed over HTTP: what no fact carries stays out, and what is true stays as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from assistant.draft import write
from assistant.schema import Draft
from tests.chain.servers import replayed_from
from tests.draft.real_prose import (
    GOOD,
    RECORDING,
    Sentence,
    book,
    brief_of,
    errors_of,
    figures_not_in,
    number_words_of,
    plan_of,
    replay,
    replies_of,
    sentences_of,
)


class Fault(NamedTuple):
    """Words in a text of a reply, and the rule that has to name them."""

    step: str
    field: str
    words: str
    rule: str


class Bad(NamedTuple):
    """A chain that a careless model answers: for which brief, with a critique or without, and whether it mends its faults."""

    brief: str
    mends: bool
    faults: tuple[Fault, ...]
    critique: bool = False


BAD: dict[str, Bad] = {
    "faulty-01-ratio": Bad(
        "en-04-bike-light",
        False,
        (
            Fault("write", "post", "four times as bright", "number-untraced"),
            Fault("repair-1", "post", "outshines", "ahead-of-rivals"),
            Fault("repair-1", "post", "by 40%", "number-untraced"),
            Fault("repair-2", "post", "a third of what your keys weigh", "number-untraced"),
        ),
    ),
    "faulty-02-unit": Bad(
        "en-02-dust",
        True,
        (
            Fault("write", "body", "31 kg", "number-untraced"),
            Fault("write", "body", "draws 240 W", "number-untraced"),
        ),
    ),
    "faulty-03-certificate": Bad(
        "en-03-heat-pump",
        True,
        (
            Fault("write", "bullets", "TÜV-certified", "new-certification"),
            Fault("write", "bullets", "ISO 9001 audited", "new-certification"),
            Fault("write", "paragraph", "twice out of habit", "number-untraced"),
            Fault("critique", "bullets", "Signed off by TÜV", "new-certification"),
            Fault("critique", "bullets", "awarded the Energy Star label", "new-certification"),
            Fault("critique", "bullets", "2024", "number-untraced"),
        ),
        critique=True,
    ),
    "faulty-04-competitor": Bad(
        "en-01-cooler",
        True,
        (
            Fault("write", "paragraph", "other coolers leak", "competitor-bashing"),
            Fault("write", "bullets", "Twice the room of your old cooler", "number-untraced"),
            Fault("repair-1", "bullets", "Doubles what you can bring", "number-untraced"),
        ),
    ),
    "faulty-05-page": Bad(
        "en-05-storage",
        False,
        (
            Fault("write", "headlines", "The world's no. 1 storage", "eu-factual-claim"),
            Fault("repair-1", "descriptions", "the world's number one", "eu-factual-claim"),
            Fault("repair-2", "descriptions", "ranked first in the world", "claimed-first-rank"),
        ),
    ),
    "faulty-06-language": Bad(
        "hans-06-stroller",
        True,
        (Fault("write", "paragraph", "at the subway gate with a sleeping child", "wrong-language"),),
    ),
    "faulty-07-praise": Bad(
        "hans-08-compressor",
        False,
        (
            Fault("write", "subhead", "行业领先", "claimed-lead"),
            Fault("write", "subhead", "效率翻番", "number-untraced"),
            Fault("repair-1", "subhead", "卓越的节能技术", "empty-quality"),
            Fault("repair-1", "subhead", "把电费砍掉一半", "number-untraced"),
            Fault("repair-2", "subhead", "业界一流的品质", "empty-quality"),
            Fault("repair-2", "subhead", "值得信赖", "claimed-trust"),
        ),
    ),
    "faulty-08-hedge": Bad(
        "hans-07-toothbrush",
        True,
        (
            Fault("write", "body", "工作噪音是55分贝", "hedge-changed"),
            Fault("critique", "body", "工作噪音是55分贝", "hedge-changed"),
        ),
        critique=True,
    ),
    "faulty-09-script": Bad(
        "hant-15-air",
        False,
        (
            Fault("write", "title", "适用", "wrong-script"),
            Fault("repair-1", "description", "电费单", "wrong-script"),
            Fault("repair-2", "description", "这一晚", "wrong-script"),
        ),
    ),
    "faulty-10-quote": Bad(
        "hant-11-grinder",
        True,
        (
            Fault("write", "paragraph", "我再也不會聽錯客人要冰的還是熱的", "quote-altered"),
            Fault("repair-1", "paragraph", "我就聽不到客人要冰的，還是熱的", "quote-altered"),
        ),
    ),
    "faulty-11-swapped": Bad(
        "hant-15-air",
        True,
        (
            Fault("write", "description", "睡眠模式 54 分貝", "attribute-moved"),
            Fault("write", "description", "最大風量 22 分貝", "attribute-moved"),
        ),
    ),
}
FAULTS = [(name, fault) for name, bad in BAD.items() for fault in bad.faults]

# What the gate does not see yet, each alone in a text that is otherwise true.
MISSED: dict[str, tuple[str, str, str, str]] = {
    "missed-01-rival": ("en-01-cooler", "paragraph", "A Yeti would have leaked", "a rival named, not called a rival"),
    "missed-02-coupon": ("hans-07-toothbrush", "body", "点击下方链接领券", "an instruction of the page, obeyed"),
    "missed-03-modes": (
        "en-04-bike-light",
        "post",
        "22 hours steady and 6 hours flashing",
        "two modes' figures swapped",
    ),
    "missed-04-seats": (
        "hans-09-chair",
        "body",
        "坐高可调8厘米",
        "two figures swapped, one of a property without a name",
    ),
}
CHAINS = {**{name: name for name in GOOD}, **{name: bad.brief for name, bad in BAD.items()}}
CRITIQUED = {*GOOD, *(name for name, bad in BAD.items() if bad.critique)}

# Number words that say nothing of the product; each was read where it stands.
READ_AND_HARMLESS: dict[str, frozenset[str]] = {
    "en-02-dust": frozenset({"one"}),  # a small gap … is a big one
    "hans-09-chair": frozenset({"万一这"}),  # in case
    "hant-14-pack": frozenset({"半路"}),  # half-way, the persona's own word
    "faulty-06-language": frozenset({"六早"}),  # Saturday morning
    "faulty-08-hedge": frozenset({"八点"}),  # the meeting of the persona's morning
    "faulty-10-quote": frozenset({"八點"}),  # the hour of the persona's moment
    "faulty-11-swapped": frozenset({"二次"}),  # a bill looked at for the second time
}


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    yield from replayed_from(RECORDING)


@pytest.fixture(scope="module")
def drafts(base_url: str) -> dict[str, Draft]:
    made = {name: replay(name, stem, base_url, name in CRITIQUED) for name, stem in CHAINS.items()}
    return made | {name: replay(name, stem, base_url) for name, (stem, *_) in MISSED.items()}


def sources(stem: str) -> str:
    """All that a draft may take a number from: facts, proof, comparisons, customers' words, the built-in draft."""
    brief, plan = brief_of(stem), plan_of(stem)
    forms = [part for one in plan.comparisons for part in (one.quantity.text, *_words(one.forms), *one.assumptions)]
    heard = (
        []
        if brief.persona is None or isinstance(brief.persona, str)
        else [said.quote for said in brief.persona.evidence]
    )
    built_in = write(brief, book=book()).variants[0].texts.values()
    return "\n".join([brief.product, brief.category, *brief.facts, *brief.proof, *forms, *heard, *built_in])


def _words(forms: object) -> list[str]:
    return [str(getattr(forms, kind)) for kind in ("noun", "clause", "sentence")]


@pytest.mark.parametrize("name", CHAINS)
def test_every_figure_of_a_draft_stands_in_what_it_may_be_taken_from(name: str, drafts: dict[str, Draft]) -> None:
    known = sources(CHAINS[name])
    for field, text in drafts[name].variants[0].texts.items():
        assert figures_not_in(text, known) == [], f"{field}: {text}"


@pytest.mark.parametrize("name", CHAINS)
def test_every_number_word_of_a_draft_is_known_or_was_read(name: str, drafts: dict[str, Draft]) -> None:
    lang = brief_of(CHAINS[name]).lang
    known = {*number_words_of(sources(CHAINS[name]), lang), *READ_AND_HARMLESS.get(name, ())}
    texts = drafts[name].variants[0].texts
    assert [word for text in texts.values() for word in number_words_of(text, lang) if word not in known] == [], texts


@pytest.mark.parametrize("name", CHAINS)
def test_no_draft_leaves_with_an_error(name: str, drafts: dict[str, Draft]) -> None:
    variant = drafts[name].variants[0]
    assert not variant.needs_review
    assert [finding.rule for finding in variant.diagnostics if finding.level == "error"] == []


@pytest.mark.parametrize(("name", "fault"), FAULTS, ids=[f"{name}-{fault.words}" for name, fault in FAULTS])
def test_a_fault_is_named_by_its_rule_and_reaches_no_draft(name: str, fault: Fault, drafts: dict[str, Draft]) -> None:
    texts = replies_of(name)[fault.step]
    start = texts[fault.field].index(fault.words)
    end = start + len(fault.words)
    rules = {
        e.rule for e in errors_of(BAD[name].brief, texts) if e.field == fault.field and e.start < end and start < e.end
    }
    assert fault.rule in rules
    assert all(fault.words not in text for text in drafts[name].variants[0].texts.values())


@pytest.mark.parametrize("name", [name for name, bad in BAD.items() if bad.mends])
def test_a_text_that_is_mended_comes_through_as_the_model_mended_it(name: str, drafts: dict[str, Draft]) -> None:
    *_, last = replies_of(name).values()
    assert drafts[name].variants[0].by == "test-model"
    # A line break inside a text comes back as a blank.
    assert {field: drafts[name].variants[0].texts[field].split() for field in last} == {
        f: t.split() for f, t in last.items()
    }


@pytest.mark.parametrize("name", [name for name, bad in BAD.items() if not bad.mends])
def test_a_text_that_is_not_mended_is_not_the_models_any_more(name: str, drafts: dict[str, Draft]) -> None:
    *_, last = replies_of(name).values()
    assert drafts[name].notices
    assert any(drafts[name].variants[0].texts.get(field) != text for field, text in last.items())


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.xfail(reason=why)) for name, (*_, why) in MISSED.items()]
)
def test_what_the_gate_should_see_as_well_reaches_no_draft(name: str, drafts: dict[str, Draft]) -> None:
    _, field, words, _ = MISSED[name]
    assert words in replies_of(name)["write"][field], "the recording lost its fault"
    assert words not in drafts[name].variants[0].texts[field]


def stopped(name: str, draft: Draft) -> tuple[set[tuple[str, str]], dict[tuple[str, str], str]]:
    """The sentences of a good chain by field, and those among them that the gate kept from the draft, with why."""
    lang, all_of_them, why = brief_of(name).lang, set[tuple[str, str]](), dict[tuple[str, str], str]()
    replies = replies_of(name)
    for texts in replies.values():
        errors = errors_of(name, texts)
        for one in sentences_of(texts, lang):
            all_of_them.add((one.field, one.text))
            rules = sorted(
                {f"{e.rule}: {texts[one.field][e.start : e.end]}" for e in errors if _in(e.field, e.start, one)}
            )
            if rules:
                why[one.field, one.text] = "; ".join(rules)
    final = draft.variants[0].texts
    *_, last = replies.values()
    for one in sentences_of(last, lang):
        if one.text not in final.get(one.field, ""):
            why.setdefault((one.field, one.text), "; ".join(draft.notices))
    return all_of_them, why


def _in(field: str, start: int, one: Sentence) -> bool:
    return field == one.field and one.start <= start < one.end


def test_nine_sentences_of_ten_come_through_the_gate_as_they_were_written(drafts: dict[str, Draft]) -> None:
    seen = {name: stopped(name, drafts[name]) for name in GOOD}
    total = sum(len(said) for said, _ in seen.values())
    listed = [
        f"{name} {field}: {text} ← {why}" for name, (_, found) in seen.items() for (field, text), why in found.items()
    ]
    survived = 1 - len(listed) / total
    assert survived >= 0.9, f"{survived:.1%} of {total}; stopped:\n" + "\n".join(listed)
