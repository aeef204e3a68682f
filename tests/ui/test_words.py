"""The words of the interface: complete in every language, and each in its own script and usage."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from assistant.schema import LANGS, MARKETS, Hedge, Lang, LedgerKind, Level, Statistic
from assistant.schema.brief import Stage
from assistant.ui.examples import load_examples
from assistant.ui.words import Words, load_words
from assistant.units.definitions import DIMENSIONS

UI = Path(__file__).parents[2] / "assistant" / "ui"
CHINESE: tuple[Lang, ...] = ("zh-Hans", "zh-Hant")
# What Taiwan does not say, and what it says instead.
ELSEWHERE = {
    "软件": "軟體", "軟件": "軟體", "信息": "資訊", "視頻": "影片", "默認": "預設", "屏幕": "螢幕", "網絡": "網路",
    "鼠標": "滑鼠", "用戶": "使用者", "打印": "列印", "數據線": "傳輸線", "質量": "品質", "充電寶": "行動電源",
    "公里/小時": "", "分辨率": "解析度", "帧": "影格", "智能": "智慧", "支持": "支援", "保存": "儲存", "文檔": "文件",
    "摩托車": "機車", "高清": "高畫質", "行業": "業界", "終端)": "終端機", "克。": "公克",
}  # fmt: skip


def placeholders(said: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(said) if name}


def every_text(lang: Lang) -> str:
    words = load_words(lang)
    examples = [example.facts + example.title + example.product for example in load_examples(lang)]
    return "\n".join([*(words(key) for key in words), *examples])


@pytest.mark.parametrize("lang", CHINESE)
def test_every_language_says_the_same_things(lang: Lang) -> None:
    english, other = load_words("en"), load_words(lang)
    assert list(english) == list(other)
    differing = [key for key in english if placeholders(english(key)) != placeholders(other(key))]
    assert differing == []


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_left_unsaid(lang: Lang) -> None:
    words = load_words(lang)
    assert [key for key in words if not words(key).strip()] == []


@pytest.mark.parametrize("lang", CHINESE)
def test_chinese_is_not_left_in_english(lang: Lang) -> None:
    words = load_words(lang)
    kept = {"drafts.length_of", "app.title", "draft.download_markdown", "draft.download_json"}
    assert [key for key in words if key not in kept and not re.search("[\u4e00-\u9fff]", words(key))] == []


@pytest.mark.parametrize(("lang", "charset"), [("zh-Hant", "cp950"), ("zh-Hans", "gb2312")])
def test_no_character_belongs_to_the_other_script_alone(lang: Lang, charset: str) -> None:
    strange = set()
    for char in every_text(lang):
        try:
            if "\u4e00" <= char <= "\u9fff":
                char.encode(charset)
        except UnicodeEncodeError:
            strange.add(char)
    assert strange == set()


def test_traditional_chinese_is_written_for_taiwan() -> None:
    said = every_text("zh-Hant")
    assert [word for word in ELSEWHERE if word in said] == []


def used_keys() -> set[str]:
    found: set[str] = set()
    for path in UI.rglob("*.py"):
        found |= set(re.findall(r"\bwords(?:\.lead)?\(\s*[\"']([a-z_0-9.]+)[\"']", path.read_text(encoding="utf-8")))
    return found


def test_every_key_that_the_pages_name_exists() -> None:
    assert used_keys() - set(load_words("en")) == set()


def test_every_word_is_used() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
    groups = set(re.findall(r"words\.name\(\s*[\"']([a-z]+)[\"']", source))
    built = set(re.findall(r"words(?:\.lead)?\(\s*f\"([a-z_.]+)\{", source))
    unused = [
        key
        for key in load_words("en")
        if key not in used_keys() and key.split(".")[0] not in groups and not key.startswith(tuple(built))
    ]
    assert unused == []


@pytest.mark.parametrize(
    ("group", "values"),
    [
        ("statistic", get_args(Statistic)),
        ("hedge", [hedge for hedge in get_args(Hedge) if hedge]),
        ("proof", get_args(LedgerKind)),
        ("level", get_args(Level)),
        ("stage", get_args(Stage)),
        ("market", MARKETS),
        (
            "dimension",
            [entry.split()[0] for line in DIMENSIONS.split("\n") for entry in line.split(";") if entry.strip()],
        ),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_every_value_of_the_program_has_a_name(lang: Lang, group: str, values: list[str]) -> None:
    words = load_words(lang)
    known = set(words)
    assert [value for value in values if f"{group}.{value.replace(' ', '_')}" not in known] == []


def test_a_value_without_a_name_is_shown_as_it_is() -> None:
    assert Words("en", {}).name("dimension", "mass_flux") == "mass flux"


def test_an_unknown_key_is_a_defect() -> None:
    with pytest.raises(KeyError):
        load_words("en")("no.such.key")
