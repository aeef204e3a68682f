"""Whatever a model answers, no false number comes out, nothing breaks, and the draft says who wrote what."""

from __future__ import annotations

import pytest
from hypothesis import settings as profile

from assistant.chain import ModelSettings
from assistant.checks import check_texts
from assistant.draft import REPAIRS, write
from assistant.schema import Draft, Variant
from assistant.writer import BUILT_IN
from tests.chain.servers import Answer, Request, ScriptedServer, serving
from tests.draft.bad_replies.cases import cases
from tests.draft.bad_replies.faults import Bad, bad_replies
from tests.draft.bad_replies.oracle import Allowed

MODEL = "test-model"


class Stubborn(ScriptedServer):
    """Gives the answers of one exchange after the other; a question too many fails the test."""

    def __init__(self) -> None:
        super().__init__([])
        self.asked_in_all = 0

    def answer(self, request: Request) -> Answer:
        self.asked_in_all += 1
        return super().answer(request)


# Workers share the work where there are several.
PARTS = 4


def _size() -> int:
    """A part of 200 in every run of the tests, of 2,000 under the profile "soak"."""
    return (2000 if profile.default is not None and profile.default.max_examples >= 5000 else 200) // PARTS


def _bare(text: str) -> str:
    return "".join(text.split())


def faults_of(bad: Bad, draft: Draft) -> list[str]:
    """What is wrong with the draft that came of it."""
    case, variant = bad.case, draft.variants[0]
    said, given = "\n".join(variant.texts.values()), "\n".join(case.texts.values())
    own = write(case.brief, book=case.book).variants[0].texts
    allowed = Allowed.of(case.brief, case.persona, case.plan, own.values())
    found = [f"strange number {number}" for number in allowed.strange(said, case.brief.lang)]
    found += [f"came through: {words}" for words in bad.gone if words in said and words not in given]
    errors = [
        one
        for one in check_texts(variant.texts, case.brief, case.plan, case.persona).diagnostics
        if one.level == "error"
    ]
    found += [
        f"fails: {one.rule} {variant.texts[one.field][one.start : one.end]}"
        for one in errors
        if not variant.needs_review
    ]
    if variant.by == BUILT_IN or any(sentence.why for sentence in variant.sentences):
        told = any(name in notice for notice in draft.notices for name in ("built-in", "内置", "內建"))
        found += [] if told else ["nothing is said of it"]
    return found + _faults_of_the_record(bad, variant)


def _faults_of_the_record(bad: Bad, variant: Variant) -> list[str]:
    found = []
    for name, text in variant.texts.items():
        spans = [one for one in variant.sentences if one.field == name]
        if _bare("".join(text[one.start : one.end] for one in spans)) != _bare(text):
            found.append(f"the record does not cover the {name}")
    given = _bare(" ".join(str(said) if isinstance(said, str) else " ".join(map(str, said or ())) for reply in bad.replies for said in reply.values() if isinstance(said, str | list)))  # fmt: skip
    for one in variant.sentences:
        words = variant.texts[one.field][one.start : one.end]
        if one.by == MODEL and _bare("".join(c for c in words if c.isprintable())) not in _bare(
            "".join(c for c in given if c.isprintable())
        ):
            found.append(f"not the model's: {words}")
        if one.by not in (MODEL, BUILT_IN) or (one.why and one.by != BUILT_IN):
            found.append(f"by whom: {one}")
    return found


@pytest.mark.hypothesis
@pytest.mark.parametrize("part", range(PARTS))
def test_no_bad_reply_brings_a_false_number_or_a_crash(part: int) -> None:
    wrong: list[object] = []
    by = {MODEL: 0, "patched": 0, BUILT_IN: 0}
    server = Stubborn()
    with serving(server) as url:
        settings = ModelSettings("unused", url, MODEL, retries=0)
        for number, bad in enumerate(bad_replies(cases()[part::PARTS], _size(), seed=part)):
            server.script = list(bad.answers)
            draft = write(bad.case.brief, settings, book=bad.case.book)
            # A reply that passes, and one that is no reply, end the exchange early.
            server.script = []
            wrong += [(number, fault) for fault in faults_of(bad, draft)]
            patched = any(one.why for one in draft.variants[0].sentences)
            by["patched" if patched else draft.variants[0].by] += 1
    assert not wrong, wrong[:20]
    assert min(by.values()) > _size() // 20, by
    assert _size() < server.asked_in_all <= (1 + REPAIRS) * _size()
