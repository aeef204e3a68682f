"""A draft that is edited by hand: checked anew, and whose each sentence is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.draft import YOU, recheck, write
from assistant.draft.rows import draft_document
from assistant.errors import InputError
from assistant.schema import LANGS, Draft, Lang, Sentence
from assistant.schema.brief import Brief
from tests.draft.test_draft import brief as brief_of


def drafted(lang: Lang, *channels: str) -> tuple[Brief, Draft]:
    brief = brief_of(lang).with_channels(channels or "email")
    return brief, write(brief)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("channels", [("product_page",), ("email",), ("product_page", "email", "sms")])
def test_a_draft_that_nobody_has_touched_is_the_same_draft(lang: Lang, channels: tuple[str, ...]) -> None:
    brief, draft = drafted(lang, *channels)
    assert recheck(brief, draft, 0, draft.variants[0].texts) == draft.variants[0]


FALSE: dict[Lang, str] = {"en": "It weighs 99 kg.", "zh-Hans": "它重99公斤。", "zh-Hant": "它重99公斤。"}


@pytest.mark.parametrize("lang", LANGS)
def test_what_somebody_typed_is_theirs_and_held_to_the_gate(lang: Lang) -> None:
    brief, draft = drafted(lang)
    old = draft.variants[0]
    body = old.texts["body"]
    variant = recheck(brief, draft, 0, {**old.texts, "body": f"{FALSE[lang]}\n{body}"})
    assert variant.needs_review
    assert [one.rule for one in variant.diagnostics if one.level == "error"] == ["number-untraced"]
    mine = [one for one in variant.sentences if one.by == YOU]
    assert [(one.field, one.start, one.end) for one in mine] == [("body", 0, len(FALSE[lang]))]
    assert {one.by for one in variant.sentences} == {YOU, old.by}
    mended = recheck(brief, replace(draft, variants=(variant,)), 0, old.texts)
    assert mended == old


def test_a_line_keeps_its_author_where_it_is_moved_and_the_rules_that_stopped_what_stood_there() -> None:
    brief, draft = drafted("en", "bullets")
    old = draft.variants[0]
    lines = old.texts["bullets"].split("\n")
    assert len(lines) > 2
    marked = tuple(replace(one, by=f"hand-{n}", why=f"rule-{n}") for n, one in enumerate(old.sentences))
    draft = replace(draft, variants=(replace(old, sentences=marked),))
    turned = recheck(brief, draft, 0, {"bullets": "\n".join(["Mine", *lines[::-1]])})
    assert [(one.by, one.why) for one in turned.sentences] == [
        (YOU, ""),
        *((f"hand-{n}", f"rule-{n}") for n in reversed(range(len(lines)))),
    ]


def test_a_sentence_said_twice_is_its_authors_once() -> None:
    brief, draft = drafted("en", "bullets")
    line = draft.variants[0].texts["bullets"].split("\n")[0]
    variant = recheck(brief, draft, 0, {"bullets": f"{line}\n{line}"})
    assert [one.by for one in variant.sentences] == ["built-in", YOU]


def test_a_text_that_is_emptied_is_gone_and_one_that_no_channel_has_is_told() -> None:
    brief, draft = drafted("en")
    texts = {**draft.variants[0].texts, "preheader": " \n"}
    variant = recheck(brief, draft, 0, texts)
    assert set(variant.texts) == {"subject", "body"}
    fields = {one.field for one in variant.sentences} | {one.field for one in variant.ledger}
    assert fields == {"subject", "body"}
    assert recheck(brief, draft, 0, {}).needs_review
    with pytest.raises(InputError, match=r"field: email has subject, preheader, body, got 'title'\."):
        recheck(brief, draft, 0, {"title": "x"})
    with pytest.raises(InputError, match=r"variant: expected 0 to 0, got -1\."):
        recheck(brief, draft, -1, {})


def test_an_edited_draft_is_written_to_json_as_any_other() -> None:
    brief, draft = drafted("en", "bullets")
    variant = recheck(brief, draft, 0, {"bullets": "Mine"})
    document = draft_document(replace(draft, variants=(variant,)))
    (row,) = document["variants"][0]["sentences"]
    assert row == {"field": "bullets", "start": 0, "end": 4, "by": "you", "why": ""}


@given(st.text(alphabet="It is 58 m. 重！？。\n“”…", max_size=60))
def test_whatever_is_typed_every_sentence_stands_where_it_is_said_to(typed: str) -> None:
    brief, draft = drafted("en", "bullets")
    variant = recheck(brief, draft, 0, {"bullets": typed})
    end = 0
    for one in variant.sentences:
        assert isinstance(one, Sentence)
        assert end <= one.start < one.end <= len(variant.texts["bullets"])
        end = one.end
