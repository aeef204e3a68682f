"""What the built-in writer cannot say cleanly it leaves out, with the reason, and the rest still stands."""

from __future__ import annotations

import pytest

from assistant.draft import write
from assistant.schema.brief import Brief


@pytest.mark.parametrize(
    ("lang", "facts", "kept"),
    [
        ("en", ("Weight: 1.2 kg", "Works at <b>5 V</b>", "Height: 30 cm"), ("1.2 kg", "30 cm")),
        ("zh-Hans", ("重量：1.2公斤", "适合**所有**房间", "高度：30厘米"), ("1.2公斤", "30厘米")),
        ("zh-Hant", ("重量：1.2公斤", "适合所有房间的设计", "高度：30公分"), ("1.2公斤", "30公分")),
    ],
)
def test_a_fact_that_the_checks_stop_is_left_out_and_named(
    lang: str, facts: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    draft = write(Brief(facts=facts, lang=lang), variants=2)  # type: ignore[arg-type]
    left = [fact_id for fact_id, _ in draft.plan.left]
    assert left == ["f2"]
    assert all(why for _, why in draft.plan.left)
    for variant in draft.variants:
        assert variant.diagnostics == ()
        assert all(figure in "".join(variant.texts.values()) for figure in kept)


def test_a_clean_brief_loses_nothing() -> None:
    draft = write(Brief(facts=("Weight: 1.2 kg", "Height: 30 cm")))
    assert draft.plan.left == ()
    assert len(draft.plan.used) == 2
