"""Two fields, read while they are typed: the figure, the property, what is wrong; and how a text would say it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.beside import rank_one
from assistant.beside.own import OwnRead, Wanted, read_own, say_own
from assistant.comparisons import Audience
from assistant.comparisons.rows import ranking_document
from assistant.quantities import find_quantities
from assistant.references import load_book, merge
from assistant.references.faults import say_fault
from assistant.schema import LANGS, Lang


@pytest.mark.parametrize(
    ("name", "figure", "lang", "of", "said"),
    [
        ("our last model", "348 g", "en", "the weight of our last model", "696 g is about twice the weight of our last model."),
        ("我们上一代", "12 公里", "zh-Hans", "我们上一代的长度", "24公里约为我们上一代长度的2倍。"),
        ("我們的舊款", "最高時速30公里", "zh-Hant", "我們的舊款的最高速度", "60公里/小時約為我們的舊款最高速度的2倍。"),
        ("一个箱子", "12.5公斤", "zh-Hans", "一个箱子的重量", "25公斤相当于约两个箱子的重量。"),
        ("a lunch box", "about 350 g", "en", "the weight of a lunch box", "700 g is the weight of about two lunch boxes."),
        ("便当", "500大卡", "zh-Hans", "便当的热量", "1000千卡约为便当热量的2倍。"),
        ("our plan", "$49/month", "en", "the price of our plan", "$98/month is about twice the price of our plan."),
        ("our old fan", "52 dB", "en", "the sound level of our old fan", "52 dB is the sound level of our old fan."),
        ("我们的烤箱", "200℃", "zh-Hans", "我们的烤箱的温度", "200℃与我们的烤箱的温度相当。"),
    ],
)  # fmt: skip
def test_two_fields_are_read_and_said(name: str, figure: str, lang: Lang, of: str, said: str) -> None:
    read = read_own(name, figure, lang)
    assert read.reference is not None
    assert read.reference.names[lang].of == of
    assert say_own(read.reference, lang)[0].replace(" ", "") == said.replace(" ", "")


@pytest.mark.parametrize("lang", LANGS)
def test_empty_fields_are_nothing_and_nothing_wrong(lang: Lang) -> None:
    assert read_own("", " ", lang) == OwnRead()
    read = read_own("", "348 g", lang)
    assert (read.reference, read.problem, read.quantity is not None) == (None, None, True)


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("very light", ('figure: no quantity was recognised. Write a number with its unit, such as "348 g".',
                        "figure：没有认出数值，请写数字加单位，例如“348克”。")),
        ("2 kg, 3 m", ("figure: several quantities were read. Write one of them.", "figure：认出了好几个数值，请只写一个。")),
        ("0 kg", ("figure: zero, or less than zero, measures nothing up.", "figure：零或负数没法拿来比。")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_the_readers_language(figure: str, said: tuple[str, str]) -> None:
    problem = read_own("ours", figure, "en").problem
    assert problem is not None
    assert (str(say_fault(problem, "en")), say_fault(problem, "zh-Hans")) == said


def test_one_figure_in_two_units_is_one_figure() -> None:
    read = read_own("ours", "348 g (12.3 oz)", "en")
    assert read.reference is not None
    assert (str(read.reference.value), read.reference.unit) == ("348", "gram")


def test_beside_a_fact_the_figure_is_of_what_the_fact_measures() -> None:
    fact = find_quantities("Height: 40 cm", "en")[0]
    read = read_own("our last press", "20 cm", "en", beside=fact)
    assert read.reference is not None
    assert read.reference.aspect == "height"
    book = merge(load_book(), [read.reference])
    offered = rank_one(fact, book, Audience("en")).comparisons
    assert "about twice the height of our last press" in {one.text for one in offered}


def test_beside_a_fact_of_another_kind_it_is_refused() -> None:
    fact = find_quantities("Weight: 2 kg", "en")[0]
    problem = read_own("ours", "3 m", "en", beside=fact).problem
    assert problem is not None
    assert say_fault(problem, "en") == "figure: '3 m' and '2 kg' measure different things."
    assert say_fault(problem, "zh-Hant") == "figure：「3 m」和「2 kg」量的不是同一樣東西。"


def test_what_the_fact_calls_a_time_its_yardstick_is_called_too() -> None:
    fact = find_quantities("Battery life: 14 hours", "en")[0]
    read = read_own("our last model", "7 h", "en", beside=fact)
    assert read.reference is not None
    assert read.reference.names["en"].of == "the battery life of our last model"
    fact = find_quantities("续航：14小时", "zh-Hans")[0]
    read = read_own("我们上一代", "7小时", "zh-Hans", beside=fact)
    assert read.reference is not None
    assert read.reference.names["zh-Hans"].of == "我们上一代的续航"


def test_the_property_can_be_chosen_among_those_of_the_dimension() -> None:
    read = read_own("ours", "20 cm", "en", wanted=Wanted(aspect="width"))
    assert "width" in read.aspects
    assert read.reference is not None
    assert read.reference.aspect == "width"
    again = read_own("ours", "20 cm", "en", wanted=Wanted(aspect="colour")).reference
    assert again is not None
    assert again.aspect == "length"


def test_the_json_says_whose_figure_it_is() -> None:
    read = read_own("our last model", "348 g", "en", wanted=Wanted(who="Mei", on=date(2026, 11, 22)))
    assert read.reference is not None
    fact = find_quantities("Weight: 696 g", "en")[0]
    ranking = rank_one(fact, merge(load_book(), [read.reference]), Audience("en"))
    rows = [one for c in ranking_document(fact, ranking, "en")["comparisons"] for one in c["references"]]
    (mine,) = [one for one in rows if one["id"] == read.reference.id]
    assert mine["own"] is True
    assert mine["source"] == {
        "title": "our own figure, given by Mei on 2026-11-22",
        "url": "",
        "accessed": "2026-11-22",
    }
    assert {one["own"] for one in rows if one["id"] != read.reference.id} <= {False}


def test_a_language_without_a_name_has_nothing_to_say() -> None:
    read = read_own("our last model", "348 g", "en")
    assert read.reference is not None
    assert say_own(read.reference, "zh-Hant") == ()
