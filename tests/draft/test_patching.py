"""What still fails after the repairs is told by the built-in writer, sentence by sentence, and the record says so."""

from __future__ import annotations

import json

import jsonschema
import pytest

from assistant.draft.patching import LEAST, Patched, patch
from assistant.draft.rows import draft_document
from assistant.draft.sentences import split
from assistant.draft.settle import settle
from assistant.plan import make_plan, read
from assistant.playbook import load_playbook
from assistant.references import load_book
from assistant.schema import Draft, Lang
from assistant.schema.brief import Brief
from assistant.schema.documents import schema_of
from tests.checks.plans import rocket

HEADS: dict[Lang, tuple[str, str]] = {
    "en": ("Look up, and it is gone", "For the mornings that start too early"),
    "zh-Hans": ("抬头一看，已经不见了", "给起得太早的早晨"),
    "zh-Hant": ("抬頭一看，已經不見了", "給起得太早的早晨"),
}


def patched(lang: Lang, channel: str, texts: dict[str, str]) -> Patched | None:
    """What becomes of a model's texts about the rocket of `tests.checks.plans`."""
    given, plan, persona = rocket(lang)
    brief = given.model_copy(update={"channel": channel})
    playbook = load_playbook()
    _, written = settle(brief, persona, plan, 1, playbook)
    return patch(texts, "a-model", brief, persona, plan, playbook, written[0][0])


def page(lang: Lang = "en", **changes: str) -> dict[str, str]:
    """The patched texts of a page whose headline and line below it are fine."""
    headline, subhead = HEADS[lang]
    found = patched(lang, "product_page", {"headline": headline, "subhead": subhead, **changes})
    assert found is not None
    assert [one for one in found.variant.diagnostics if one.level == "error"] == []
    return dict(found.variant.texts)


def post(text: str) -> str:
    found = patched("en", "linkedin", {"post": text})
    assert found is not None
    return found.variant.texts["post"]


@pytest.mark.parametrize(
    ("lang", "bullets", "paragraph", "expected"),
    [
        ("en", "It stands 59 m tall\nNine minutes to orbit", "You look up. There it goes.", "58 m"),
        ("zh-Hans", "高度59米\n入轨时间：9分钟", "你抬头看。它已经走了。", "58米"),
        ("zh-Hant", "高度59公尺\n入軌時間：9分鐘", "你抬頭看。它已經走了。", "58公尺"),
    ],
)
def test_a_false_figure_is_told_truly_in_its_place_and_everything_else_stays(
    lang: Lang, bullets: str, paragraph: str, expected: str
) -> None:
    texts = page(lang, bullets=bullets, paragraph=paragraph)
    first, second = texts["bullets"].split("\n")
    assert expected in first
    assert second == bullets.split("\n")[1]
    assert (texts["headline"], texts["subhead"], texts["paragraph"]) == (*HEADS[lang], paragraph)


def test_a_fact_that_the_page_tells_already_is_not_told_again() -> None:
    texts = page(
        bullets="It stands 58 m tall\nA height of 59 m\nNine minutes to orbit", paragraph="You look up. There it goes."
    )
    assert texts["bullets"] == "It stands 58 m tall\nNine minutes to orbit"


def test_a_fact_whose_sentence_goes_stands_in_the_specification_table() -> None:
    said = "You look up. There it goes."
    assert (
        "4,200 kg" not in page(bullets="It carries 4,200 kg\nNine minutes to orbit", paragraph=said)["specifications"]
    )
    texts = page(bullets="Our award-winning engineers\nNine minutes to orbit", paragraph=said)
    assert "Payload: 4,200 kg" in texts["specifications"]


def test_praise_that_tells_nothing_goes_without_a_word_in_its_place() -> None:
    said = post("Skylark 3 stands 58 m tall. It is the world's best choice. You would have to look up.")
    assert said == "Skylark 3 stands 58 m tall. You would have to look up."


def test_what_leans_on_a_sentence_goes_with_it() -> None:
    said = post("You wait for a bus. It stands 59 m tall. That is why people stare. Nobody waves.")
    assert said == "You wait for a bus. Skylark 3 is 58 m high. Nobody waves."


def test_a_question_goes_with_its_answer() -> None:
    said = post(
        "You wait for a bus. Who would not love it? It is the world's best choice. It carries 4,200 kg. Nobody waves."
    )
    assert said == "You wait for a bus. It carries 4,200 kg. Nobody waves."


def test_a_leaning_sentence_that_tells_a_fact_leaves_the_fact_behind() -> None:
    said = post("You wait for a bus. It is the world's best choice. And it carries 4,200 kg. Nobody waves.")
    assert said == "You wait for a bus. Skylark 3 carries 4,200 kg. Nobody waves."


def test_a_text_is_never_left_without_the_fact_that_it_was_about() -> None:
    texts = page(
        bullets="It stands 58 m tall\nNine minutes to orbit", paragraph="You look up. Some 59 m of rocket stand there."
    )
    assert texts["paragraph"].startswith("You look up. ")
    assert "58 m" in texts["paragraph"]


def test_a_headline_that_fails_is_the_built_in_one() -> None:
    found = patched("en", "email", {"subject": "The world's leading rocket. See for yourself", "preheader": "Nine minutes to orbit.", "body": "You wait for a bus. It carries 4,200 kg."})  # fmt: skip
    assert found is not None
    record = [one for one in found.variant.sentences if one.field == "subject"]
    assert [(one.start, one.by, one.why) for one in record] == [(0, "built-in", "claimed-lead")]
    assert "leading" not in found.variant.texts["subject"]


def test_a_comparison_gets_its_lost_figure_back() -> None:
    found = patched("en", "email", {"subject": "Look up", "preheader": "About 570 times Usain Bolt's average over 100 m.", "body": "You wait for a bus."})  # fmt: skip
    assert found is not None
    preheader = found.variant.texts["preheader"]
    assert preheader.startswith("About 570 times Usain Bolt's average over 100 m. ")
    assert "6000 m/s" in preheader
    assert [one.why for one in found.variant.sentences if one.why] == ["specification-lost"]


def test_a_text_beyond_a_hard_limit_loses_what_tells_least() -> None:
    waits = "You wait for a bus that never comes, and count the cars that pass you by in the rain. " * 3
    found = patched("en", "social", {"post": f"{waits}Skylark 3 stands 58 m tall."})
    assert found is not None
    assert found.variant.texts["post"].endswith("Skylark 3 stands 58 m tall.")
    assert found.dropped == 1


def test_a_sentence_in_another_language_costs_only_itself() -> None:
    said = post(
        "You wait for a bus. It carries 4,200 kg. 这一段写成了另一种语言，读的人看不懂，也不知道它在说什么。这一段写成了另一种语言，读的人看不懂。"
    )
    assert said == "You wait for a bus. It carries 4,200 kg."


def test_lists_keep_their_fewest_lines() -> None:
    texts = {"headlines": "Skylark 3 at 58 m\nThe leading rocket\nThe world's best rocket", "descriptions": "Skylark 3 carries 4,200 kg.\nYou look up."}  # fmt: skip
    found = patched("en", "search_ad", texts)
    assert found is not None
    assert found.variant.texts["headlines"].split("\n")[0] == "Skylark 3 at 58 m"
    assert found.variant.texts["headlines"].count("\n") == 2


def test_a_missing_text_is_the_built_in_one() -> None:
    found = patched("en", "email", {"subject": "Look up", "preheader": "You wait for a bus."})
    assert found is not None
    assert {one.by for one in found.variant.sentences if one.field == "body"} == {"built-in"}


def test_too_little_left_of_a_model_is_nothing_left() -> None:
    assert LEAST > 0
    assert patched("en", "linkedin", {"post": "It is the world's best choice. It stands 59 m tall."}) is None


def test_the_record_covers_every_sentence_in_order_and_says_whose_it_is() -> None:
    given = {"headline": HEADS["en"][0], "subhead": HEADS["en"][1], "bullets": "It carries 4,200 kg\nIt stands 59 m tall", "paragraph": "You look up. There it goes."}  # fmt: skip
    found = patched("en", "product_page", given)
    assert found is not None
    said = [(one.by, one.why, found.variant.texts[one.field][one.start : one.end]) for one in found.variant.sentences]
    assert said == [
        ("a-model", "", HEADS["en"][0]),
        ("a-model", "", HEADS["en"][1]),
        ("a-model", "", "You look up."),
        ("a-model", "", "There it goes."),
        ("a-model", "", "It carries 4,200 kg"),
        ("built-in", "number-untraced", "58 m high"),
        *(("built-in", "", row) for row in found.variant.texts["specifications"].split("\n")),
    ]
    draft = Draft((found.variant,), rocket("en")[1], (), "none")
    document = json.loads(json.dumps(draft_document(draft)))
    jsonschema.validate(document, schema_of("write"))
    assert [row["why"] for row in document["variants"][0]["sentences"]] == [why for _, why, _ in said]


@pytest.mark.parametrize(
    ("lang", "notice"),
    [
        ("en", "Sentences that still failed the checks after 2 repairs (empty-superlative, number-untraced): 1 of the 2 here are the built-in writer's instead, 1 left out."),
        ("zh-Hans", "修改2次后仍有句子没通过检查（claimed-lead, number-untraced）：现在的2句里，1句换成了内置写手的，删去1句。"),
        ("zh-Hant", "修改2次後仍有句子沒通過檢查（claimed-lead, number-untraced）：現在的2句裡，1句換成了內建寫手的，刪去1句。"),
    ],
)  # fmt: skip
def test_the_notice_counts_what_was_replaced_and_what_went(lang: Lang, notice: str) -> None:
    said = {
        "en": "You look up.\nIt stands 59 m tall\nIt is the world's best choice.",
        "zh-Hans": "你抬头看。\n高度59米\n这是全球领先的火箭。",
        "zh-Hant": "你抬頭看。\n高度59公尺\n這是全球領先的火箭。",
    }[lang]
    found = patched(lang, "bullets", {"bullets": said})
    assert found is not None
    assert found.notice(2, lang) == notice


def test_rows_that_the_gate_stops_are_left_out_of_the_table() -> None:
    brief = Brief(facts=("Weight: 1.2 kg", "Works at <b>5 V</b>", "Height: 30 cm"), product="Otter")
    plan, playbook = make_plan(read(brief, None, load_book()), brief, None), load_playbook()
    _, written = settle(brief, None, plan, 1, playbook)
    texts = {"headline": "Look here", "subhead": "For early mornings.", "bullets": "Weighs 1.2 kg\nOver 40 cm high", "paragraph": "You pick it up."}  # fmt: skip
    found = patch(texts, "a-model", brief, None, plan, playbook, written[0][0])
    assert found is not None
    assert "<b>" not in "".join(found.variant.texts.values())


@pytest.mark.parametrize(
    ("lang", "text", "pieces"),
    [
        ("en", "It weighs 1.5 kg, approx. Then it goes. Mr. Lee said: “Good. Very good.” He left.", 3),
        ("en", "No. 7 is here. It costs $4.50! So what?", 3),
        ("zh-Hans", "他说：“好。真好。”然后走了。重1.5公斤！真的？", 4),
        ("zh-Hant", "他說：「好。真好。」然後走了。重1.5公斤！真的？", 4),
        ("en", "“Fast!” she said. “Go on.” Then, “Stop. Now,” and he did.", 3),
    ],
)
def test_sentences_end_where_a_reader_sees_an_end(lang: Lang, text: str, pieces: int) -> None:
    spans = split(text, "paragraph", lang)
    assert len(spans) == pieces, [text[start:end] for start, end in spans]
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())


def test_a_sentence_without_an_end_is_not_cut() -> None:
    text = "and so on " * 300
    assert split(text, "paragraph", "en") == ((0, len(text.rstrip())),)


@pytest.mark.parametrize("leaning", [110, 5000])
def test_however_many_sentences_lean_on_one_that_goes_nothing_breaks(leaning: int) -> None:
    text = "Skylark 3 stands 58 m tall. It is the world's best choice. " + "That is why. " * leaning
    assert patched("en", "linkedin", {"post": text}) is None
