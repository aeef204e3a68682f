"""The draft as a file."""

from __future__ import annotations

import json

import jsonschema
import pytest

from assistant.draft import write
from assistant.schema import LANGS, Draft, Lang, LedgerEntry, Plan, Sentence, Variant
from assistant.schema.brief import Brief
from assistant.schema.documents import schema_of
from assistant.ui.examples import load_examples
from assistant.ui.export import document, markdown, plain_text
from assistant.ui.words import load_words


def drafted(lang: Lang) -> Draft:
    example = load_examples(lang)[0]
    return write(Brief(facts=tuple(example.facts.splitlines()), product=example.product, lang=lang))


def made_of(texts: dict[str, str], ledger: tuple[LedgerEntry, ...] = ()) -> Draft:
    variant = Variant(texts, ledger, (), "built-in")
    return Draft((variant,), Plan((), (), (), (), (), "", ()), ("Who <says> so?",), "none")


@pytest.mark.parametrize("lang", LANGS)
def test_plain_text_holds_every_field_and_nothing_else(lang: Lang) -> None:
    variant = drafted(lang).variants[0]
    lines = [line.removeprefix("• ") for line in plain_text(variant, lang).split("\n") if line]
    assert lines == [line for text in variant.texts.values() for line in text.split("\n")]


@pytest.mark.parametrize("lang", LANGS)
def test_markdown_holds_a_row_of_proof_for_each_number(lang: Lang) -> None:
    draft = drafted(lang)
    rows = [line for line in markdown(draft, load_words(lang)).split("\n") if line.startswith("| ")]
    assert len(rows) == 1 + len(draft.variants[0].ledger)


@pytest.mark.parametrize("lang", LANGS)
def test_json_is_the_document_of_the_command_line(lang: Lang) -> None:
    draft = drafted(lang)
    exported = json.loads(document(draft))
    jsonschema.validate(exported, schema_of("write"))
    assert exported["variants"][0]["texts"] == dict(draft.variants[0].texts)


def test_marks_of_markdown_in_a_text_are_disarmed() -> None:
    entry = LedgerEntry("headline", 0, 1, "6", "fact", "a | b\n# c", "![x](http://a.example/b.png)")
    hostile = "![x](http://a.example/b.png) <img src=x> *b* `c`"
    shown = markdown(made_of({"headline": hostile, "bullets": hostile}, (entry,)), load_words("en"))
    assert "![" not in shown.replace("!\\[", "")
    assert "<img" not in shown.replace("\\<img", "")
    assert "a \\| b \\# c" in shown


@pytest.mark.parametrize("lang", LANGS)
def test_markdown_names_the_sentences_that_are_not_the_models(lang: Lang) -> None:
    words = load_words(lang)
    texts = {"paragraph": "It goes. It weighs *5 g*."}
    sentences = (
        Sentence("paragraph", 0, 8, "a-model"),
        Sentence("paragraph", 9, 25, "built-in", "number-untraced"),
    )
    variant = Variant(texts, (), (), "a-model", sentences=sentences)
    shown = markdown(Draft((variant,), Plan((), (), (), (), (), "", ()), (), "none"), words)
    assert f"## {words('draft.authors', count=1)}" in shown
    assert f"| It weighs \\*5 g\\*. | {words.name('field', 'paragraph')} | number-untraced |" in shown
    assert "| It goes." not in shown


def test_a_draft_by_one_hand_exports_no_list_of_hands() -> None:
    assert load_words("en")("draft.sentence") not in markdown(drafted("en"), load_words("en"))


def test_a_draft_without_texts_exports_to_nothing_but_its_questions() -> None:
    draft = made_of({})
    assert plain_text(draft.variants[0], "en") == ""
    assert markdown(draft, load_words("en")) == "## Questions for your colleagues\n\n- Who \\<says\\> so?\n"


@pytest.mark.parametrize(
    ("lang", "mail", "post"),
    [("en", "e-mail", "post on X"), ("zh-Hans", "邮件", "X 帖子"), ("zh-Hant", "電子郵件", "X 貼文")],
)
def test_several_channels_stand_each_under_its_name(lang: Lang, mail: str, post: str) -> None:
    entry = LedgerEntry("social.post", 0, 3, "6 g", "fact", "6 g", "f1")
    draft = made_of(
        {"email.subject": "A", "email.body": "B", "social.post": "6 g", "own_place.bullets": "C\nD"}, (entry,)
    )
    said = f"═══ {mail}\n\nA\n\nB\n\n═══ {post}\n\n6 g\n\n═══ own_place\n\n• C\n• D"
    assert plain_text(draft.variants[0], lang) == said
    shown = markdown(draft, load_words(lang))
    assert shown.startswith(f"# {mail}\n\nA\n\nB\n\n# {post}\n\n6 g\n\n# own\\_place\n\n- C\n- D\n")
    assert f"| 6 g | {post} · post |" in shown
