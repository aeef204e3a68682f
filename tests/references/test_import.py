"""A file that is handed over: what is well formed is taken, and every fault is told at its place, in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.references.check import FILE_BYTES, MOST_ENTRIES, MOST_FAULTS, read_references
from assistant.references.faults import say_fault
from assistant.references.tabular import EXAMPLE, OWN_REQUIRED
from assistant.schema import Lang
from tests.references.test_check import GOOD

OWN = """
our-last-model:
  own: true
  value: "348"
  unit: gram
  aspect: mass
  statistic: rated
  spread: ["348", "348"]
  names: {en: {name: our last model, thing: our last model, of: the weight of our last model}}
  markets: {us: 5}
  as_of: 2026-01-01
  source: {title: given by Mei, figure: 348 g, accessed: 2026-01-01}
"""


def places(text: str, name: str = "ours.yaml") -> list[str]:
    return [fault.place for fault in read_references(name, text.encode()).faults]


def test_a_figure_of_ones_own_needs_neither_an_address_nor_every_language() -> None:
    checked = read_references("ours.yaml", OWN.encode())
    assert checked.faults == ()
    (mine,) = checked.references
    assert (mine.own, list(mine.names), mine.source.line) == (True, ["en"], "given by Mei")


def test_what_is_sound_is_taken_and_what_is_not_is_told_field_by_field() -> None:
    faulty = OWN.replace("our-last-model", "other").replace("gram", "gramm").replace("us: 5", "us: 9, fr: 1")
    checked = read_references("ours.yaml", (GOOD + OWN + faulty).encode())
    assert [one.id for one in checked.references] == ["our-crate", "our-last-model"]
    assert {fault.place for fault in checked.faults} == {"other.unit", "other.markets.us", "other.markets.fr.[key]"}
    assert all("\n" not in str(fault) for fault in checked.faults)


def test_rows_of_a_table_are_told_one_by_one() -> None:
    head, row = EXAMPLE.rstrip("\n").split("\n")
    bad = row.replace("our-crate", "two").replace("kilogram", "kilogramme")
    worse = row.replace("our-crate", "three").replace("us 5; uk 5", "us")
    checked = read_references("ours.CSV", f"{head}\n{bad}\n{row}\n{worse}\n{row}\n".encode())
    assert [one.id for one in checked.references] == ["our-crate"]
    assert [fault.place for fault in checked.faults] == ["row 2, two.unit", "row 4, three.markets", "row 5, our-crate"]


def test_a_table_of_ones_own_figures_needs_fewer_columns() -> None:
    head = ",".join(["own", *OWN_REQUIRED, "zh-Hant.name", "zh-Hant.thing", "zh-Hant.of"])
    row = "是,ours,348,gram,mass,rated,tw 5,2026-01-01,Mei,348 g,2026-01-01,上一代,我們上一代,我們上一代的重量"
    (mine,) = read_references("ours.csv", f"{head}\n{row}\n".encode()).references
    assert (mine.own, mine.names["zh-Hant"].of) == (True, "我們上一代的重量")
    assert places(f"{head}\n{row.replace('是', 'no')}\n", "ours.csv") == ["row 2, ours.en.name"]


@pytest.mark.parametrize(
    ("change", "english", "hans", "hant"),
    [
        (("gram\n", "gramm\n"), "our-last-model.unit: unknown unit 'gramm'. Did you mean 'gram'?", "our-last-model.unit：不认识单位“gramm”，是不是“gram”？", "our-last-model.unit：不認識單位「gramm」，是不是「gram」？"),
        (("  aspect: mass\n", ""), "our-last-model.aspect: Field required.", "our-last-model.aspect：缺少这一项。", "our-last-model.aspect：缺少這一項。"),
        (("us: 5", "us: 7"), "our-last-model.markets.us: Input should be less than or equal to 5.", "our-last-model.markets.us：熟悉程度是1到5的整数。", "our-last-model.markets.us：熟悉程度是1到5的整數。"),
        (('"348"\n', "348\n"), "", "our-last-model.value：请给数字加上引号，才能保持精确：\"348\"。", "our-last-model.value：請為數字加上引號，才能保持精確：\"348\"。"),
        (("2026-01-01\n", "soon\n"), "", "our-last-model.as_of：不是日期，请写成2026-01-31的样子。", "our-last-model.as_of：不是日期，請寫成2026-01-31的樣子。"),
        (("rated", "usual"), "", "our-last-model.statistic：只能是：maximum、average、typical、rated、minimum。", "our-last-model.statistic：只能是：maximum、average、typical、rated、minimum。"),
        (('["348", "348"]', '["400", "500"]'), "", "our-last-model：数值348不在范围400到500之内。", "our-last-model：數值348不在範圍400到500之內。"),
        (("  own", "  color: red\n  own"), "", "our-last-model.color：没有这一项，请检查拼写。", "our-last-model.color：沒有這一項，請檢查拼字。"),
        (("given by Mei", '"given \\u202e by Mei"'), "", "our-last-model.source.title：含有看不见的字符（U+202E）。", "our-last-model.source.title：含有看不見的字元（U+202E）。"),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_the_readers_language(change: tuple[str, str], english: str, hans: str, hant: str) -> None:
    assert change[0] in OWN
    (fault,) = read_references("ours.yaml", OWN.replace(change[0], change[1], 1).encode()).faults
    assert not english or say_fault(fault, "en") == english
    assert [say_fault(fault, lang) for lang in ("zh-Hans", "zh-Hant")] == [hans, hant]


def test_chinese_names_that_are_counted_need_their_measure_word() -> None:
    text = OWN.replace("en: {name", "zh-Hans: {many: 箱子, name")
    (fault,) = read_references("ours.yaml", text.encode()).faults
    assert say_fault(fault, "zh-Hans") == "our-last-model.names：“箱子”按个数来说时需要量词（counter）。"


def test_an_entry_without_any_name_is_refused() -> None:
    text = OWN.partition("  names:")[0] + "  names: {}\n  markets" + OWN.partition("  markets")[2]
    (fault,) = read_references("ours.yaml", text.encode()).faults
    assert say_fault(fault, "zh-Hant") == "our-last-model.names：至少要有一種語言的名稱：en、zh-Hans或zh-Hant。"


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{here}: &{here} [{', '.join([f'*{before}'] * 9)}]\n" for before, here in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("ours.xlsx", b"PK", "kind"),
        ("ours.yaml", b"x" * (FILE_BYTES + 1), "large"),
        ("ours.yaml", "größe: 1".encode("latin-1"), "encoding"),
        ("ours.yaml", b"a: [1\n", "yaml"),
        ("ours.yaml", b"? [a]\n: b\n", "yaml"),
        ("ours.yaml", b"a: !!python/object/apply:os.system [ls]\n", "yaml"),
        ("ours.yaml", b"[" * 50_000, "yaml"),
        ("ours.yaml", b"- a\n", "form"),
        ("ours.yaml", b"", "form"),
        ("ours.yaml", BOMB.encode(), "form"),
        ("ours.yaml", b"a: 2026-13-45\n", "yaml"),
        ("ours.csv", b"", "column-missing"),
        ("ours.csv", b"idd\n", "column-unknown"),
        ("ours.csv", b'id\n"open', "column-missing"),
    ],
)
def test_a_file_that_is_none_of_references_is_one_fault(name: str, data: bytes, code: str) -> None:
    checked = read_references(name, data)
    assert checked.references == ()
    assert {getattr(fault, "code", "") for fault in checked.faults} == {code}
    for lang in ("en", "zh-Hans", "zh-Hant"):
        said = say_fault(checked.faults[0], lang)
        assert said
        assert "\n" not in said


def test_no_more_faults_are_told_than_anybody_reads() -> None:
    text = "".join(f"x{number}: 1\n" for number in range(MOST_FAULTS * 3))
    assert len(read_references("ours.yaml", text.encode()).faults) == MOST_FAULTS


def test_a_file_of_too_many_entries_ends_with_a_fault() -> None:
    text = "".join(f"x{number}: 1\n" for number in range(MOST_ENTRIES + 5))
    faults = read_references("ours.yaml", text.encode()).faults
    assert [getattr(fault, "code", "") for fault in faults[-1:]] == ["entries"]


@given(st.text(max_size=300), st.sampled_from(["ours.yaml", "ours.csv"]), st.sampled_from(["en", "zh-Hans", "zh-Hant"]))
def test_whatever_is_handed_over_is_answered_in_lines(text: str, name: str, lang: Lang) -> None:
    checked = read_references(name, text.encode("utf-8", "replace"))
    for fault in checked.faults:
        assert "\n" not in say_fault(fault, lang)


@given(st.binary(max_size=300), st.sampled_from(["ours.yml", "ours.csv"]))
def test_bytes_of_any_kind_raise_nothing(data: bytes, name: str) -> None:
    read_references(name, data)
