"""Personal data stays on the machine: what is replaced, what is not, and that all of it comes back letter for letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant.chain.masking import Masked, mask
from assistant.schema.nouns import LANGS, Lang

_LINES: list[tuple[Lang, str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "masked_lines.yaml").read_text(encoding="utf-8")
)
OWN = ("Bellweather", "李宁", "方先生")
_ISSUED = re.compile(r"⟦[a-z]+-\d+⟧")


def hidden(masked: Masked) -> Counter[str]:
    return Counter(masked.originals[held] for text in masked.texts for held in _ISSUED.findall(text))


def first(text: str, lang: Lang = "en", keep: Sequence[str] = ()) -> str:
    return mask([text], lang, keep).texts[0]


@pytest.mark.parametrize(("lang", "precision", "recall"), [("en", 1, 0.98), ("zh-Hans", 1, 1), ("zh-Hant", 0.97, 0.97)])
def test_people_numbers_and_addresses_are_found_line_by_line(lang: Lang, precision: float, recall: float) -> None:
    both = found = meant = 0
    for line_lang, text, personal in _LINES:
        if line_lang == lang:
            got, want = hidden(mask([text], lang, OWN)), Counter(personal)
            both += sum((got & want).values())
            found += got.total()
            meant += want.total()
    assert meant >= 36
    assert both / found >= precision
    assert both / meant >= recall


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, text, personal in _LINES if not personal])
def test_a_near_miss_leaves_as_it_is(lang: Lang, text: str) -> None:
    assert mask([text], lang, OWN).texts == (text,)


@given(
    st.integers(0, 10**8).map(str)
    | st.decimals(min_value=0, max_value=10**8, allow_nan=False, allow_infinity=False, places=2).map(
        lambda d: f"{d:,f}"
    ),
    st.sampled_from(("mAh", "mm", "kg", "W", "Hz", "rpm", "cycles", "元", "次", "公里", "%")),
    st.sampled_from(("", "+", "±", "$", "Rs ", "¥", "约", "up to ")),
    st.sampled_from(LANGS),
)
def test_a_figure_with_its_unit_is_nobodys(number: str, unit: str, before: str, lang: Lang) -> None:
    text = f"{before}{number} {unit}, {before}{number.replace(',', ' ')} {unit}"
    assert first(text, lang) == text


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("4111 1111 1111 1111", "4111 1111 1111 1112"),
        ("378282246310005", "378282246310006"),
        ("11010519491231002X", "110105194912310021"),
        ("A123456789", "A123456788"),
    ],
)
def test_a_check_digit_decides(right: str, wrong: str) -> None:
    assert re.fullmatch(r"⟦(?:card|id)-1⟧", first(right))
    assert first(wrong) == wrong


def test_an_imei_and_a_barcode_are_no_cards() -> None:
    # Both pass the cards' own check digit.
    assert first("IMEI 490154203237518, 4006381333931") == "IMEI 490154203237518, 4006381333931"


def test_the_same_person_has_the_same_placeholder_in_all_texts() -> None:
    masked = mask(["“Quiet.” — Anna K., Leeds", "Anna K. again; Anna says so.", "says Tom.", "Annapolis"], "en")
    assert masked.texts == (
        "“Quiet.” — ⟦person-1⟧, Leeds",
        "⟦person-1⟧ again; ⟦person-2⟧ says so.",
        "says ⟦person-3⟧.",
        "Annapolis",
    )
    assert masked.restore("⟦person-2⟧ is ⟦person-1⟧") == "Anna is Anna K."


def test_a_first_name_that_is_a_word_does_not_spread() -> None:
    assert mask(["says Will.", "Will it fit?"], "en").texts == ("says ⟦person-1⟧.", "Will it fit?")


def test_a_surname_alone_does_not_spread() -> None:
    assert mask(["王小姐说很轻", "王牌产品"], "zh-Hans").texts == ("⟦person-1⟧小姐说很轻", "王牌产品")


def test_a_number_shown_once_is_masked_wherever_it_stands() -> None:
    assert mask(["WhatsApp 9123 4567", "9123 4567 rang"], "en").texts == ("WhatsApp ⟦phone-1⟧", "⟦phone-1⟧ rang")


@pytest.mark.parametrize(
    ("reply", "restored"),
    [
        ("⟦person-1⟧'s kettle", "Priya's kettle"),
        ("⟦person-1⟧的水壺", "Priya的水壺"),
        ("“⟦person-1⟧”", "“Priya”"),
        ("⟦Person-1⟧, ⟦ person-1 ⟧, ⟦person‑1⟧", "Priya, Priya, Priya"),
        ("She likes it.", "She likes it."),
    ],
)
def test_names_come_back_as_the_sentence_inflects_them(reply: str, restored: str) -> None:
    assert mask(["says Priya."], "en").restore(reply) == restored


def test_a_placeholder_that_was_never_issued_is_removed_and_told() -> None:
    masked = mask(["says Priya."], "en")
    reply = "⟦person-1⟧ and ⟦person-2⟧, ⟦phone-1⟧ or ⟦person-1 ⟦x⟧."
    assert masked.restore(reply) == "Priya and, or person-1."
    assert masked.unissued(reply) == ("⟦person-2⟧", "⟦phone-1⟧", "⟦", "⟦x⟧")
    assert masked.unissued("⟦person-1⟧") == ()


def test_a_placeholder_in_a_text_cannot_become_somebody() -> None:
    masked = mask(["says Priya.", "Ask ⟦person-1⟧", "⟦per", "son-1⟧", "⟦\u200bperson-1⟧", "@⟦person-1⟧"], "en")
    assert not any("⟦" in text for text in masked.texts[1:])
    assert masked.restore(" ".join(masked.texts[1:])).count("Priya") == 0


def test_the_brands_own_names_stay() -> None:
    text = "says Bellweather. Mrs Bell of Bell & Sons. @bellweather_uk, @anna_b; write to help@bellweather.example"
    assert first(text, keep=["Bellweather", "Bell & Sons", "help@bellweather.example"]) == (
        "says Bellweather. Mrs ⟦person-1⟧ of Bell & Sons. @bellweather_uk, ⟦handle-1⟧; write to help@bellweather.example"
    )
    assert first("李宁先生款", "zh-Hans", ["李宁"]) == "李宁先生款"


def test_a_make_after_a_dash_stays_in_a_chinese_text() -> None:
    assert first("「很輕。」— Kindle", "zh-Hant") == "「很輕。」— Kindle"
    assert first("「很輕。」— Amy，台中", "zh-Hant") == "「很輕。」— ⟦person-1⟧，台中"


def test_invisible_marks_hide_nothing() -> None:
    masked = mask(["anna\u200b@exam\u00adple.com, says Pri\u200bya."], "en")
    assert masked.texts == ("⟦email-1⟧, says ⟦person-1⟧.",)
    assert masked.restore("⟦person-1⟧") == "Pri\u200bya"


def test_a_log_holds_no_originals() -> None:
    assert "Priya" not in repr(mask(["says Priya."], "en"))


def test_nothing_in_nothing_out() -> None:
    assert mask([], "en").texts == ()
    assert mask(["", " "], "en", ["", " "]).texts == ("", " ")


def _pieces() -> st.SearchStrategy[str]:
    known = [text for _, text, _ in _LINES]
    parts: list[Any] = [
        st.sampled_from(known),
        st.text(max_size=12),
        st.sampled_from(["⟦", "⟧", "⟦person-1⟧", "\u200b", "——", "@"]),
    ]
    return st.lists(st.one_of(parts), max_size=5).map("".join)


@given(st.lists(_pieces(), max_size=4), st.sampled_from(LANGS), st.lists(st.sampled_from(OWN), max_size=3))
def test_every_text_comes_back_letter_for_letter(texts: list[str], lang: Lang, keep: list[str]) -> None:
    masked = mask(texts, lang, keep)
    assert masked == mask(texts, lang, keep)
    assert [masked.restore(text) for text in masked.texts] == [t.replace("⟦", "[").replace("⟧", "]") for t in texts]
    assert not any(masked.unissued(text) for text in masked.texts)


@given(st.text(alphabet="⟦⟧person-12 \n", max_size=60))
def test_no_bracket_of_ours_reaches_a_reader(reply: str) -> None:
    assert not set("⟦⟧") & set(mask(["says Priya."], "en").restore(reply))
