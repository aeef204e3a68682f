"""What is wrong with an entry that somebody wrote, with its place, in the reader's language.

English is the message of the error itself; the two Chinese ones stand here by the code of the fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assistant.errors import DataFileError
from assistant.schema import Lang

if TYPE_CHECKING:
    from pydantic import ValidationError


class EntryError(DataFileError):
    """A fault of a reference file; `code` names it, `values` are what its message mentions.

    >>> fault = EntryError("ours.csv", "row 3", "stands here twice", "Keep one.", "twice")
    >>> str(fault), say_fault(fault, "zh-Hant")
    ('ours.csv: row 3: stands here twice. Keep one.', '第3列：重複出現，請只留一個。')
    """

    def __init__(
        self,
        file: str,
        place: str,
        problem: str,
        advice: str = "",
        code: str = "",
        values: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(file, place, problem, advice)
        self.code, self.values = code, dict(values or {})


# (Simplified, Traditional) by code.
_SAID: dict[str, tuple[str, str]] = {
    "missing": ("缺少这一项", "缺少這一項"),
    "empty": ("这一格是空的", "這一格是空的"),
    "extra_forbidden": ("没有这一项，请检查拼写", "沒有這一項，請檢查拼字"),
    "literal_error": ("只能是：{expected}", "只能是：{expected}"),
    "string_type": ("应当是文字", "應為文字"),
    "string_too_short": ("不能为空", "不能留空"),
    "string_too_long": ("太长，最多{max_length}个字符", "太長，最多{max_length}個字元"),
    "number": ("不是数字", "不是數字"),
    "unquoted": ("请给数字加上引号，才能保持精确：\"{value}\"", "請為數字加上引號，才能保持精確：\"{value}\""),
    "level": ("熟悉程度是1到5的整数", "熟悉程度是1到5的整數"),
    "url": ("不是以https://或http://开头的网址", "不是以https://或http://開頭的網址"),
    "date": ("不是日期，请写成2026-01-31的样子", "不是日期，請寫成2026-01-31的樣子"),
    "unit": ("不认识单位“{unit}”{near}", "不認識單位「{unit}」{near}"),
    "outside-spread": ("数值{value}不在范围{low}到{high}之内", "數值{value}不在範圍{low}到{high}之內"),
    "uncounted": ("“{noun}”按个数来说时需要量词（counter）", "「{noun}」以個數來說時需要量詞（counter）"),
    "nameless": ("至少要有一种语言的名称：en、zh-Hans或zh-Hant", "至少要有一種語言的名稱：en、zh-Hans或zh-Hant"),
    "unseen": ("含有看不见的字符（{code}）", "含有看不見的字元（{code}）"),
    "few": ("至少要有一个", "至少要有一個"),
    "many": ("太多了，最多{max_length}个", "太多了，最多{max_length}個"),
    "form": ("格式不对，请对照示例", "格式不對，請對照範例"),
    "twice": ("重复出现，请只留一个", "重複出現，請只留一個"),
    "large": ("文件超过{limit}，请拆成几个", "檔案超過{limit}，請拆成幾個"),
    "entries": ("条目超过{limit}个，请拆成几个文件", "條目超過{limit}個，請拆成幾個檔案"),
    "encoding": ("不是UTF-8编码，请另存为UTF-8", "不是UTF-8編碼，請另存為UTF-8"),
    "yaml": ("不是有效的YAML", "不是有效的YAML"),
    "kind": ("只能读.yaml、.yml和.csv文件", "只能讀.yaml、.yml和.csv檔案"),
    "column-unknown": ("没有“{column}”这一列{near}", "沒有「{column}」這一欄{near}"),
    "column-missing": ("缺少“{column}”这一列", "缺少「{column}」這一欄"),
    "cells": ("有{cells}格，表头只有{columns}列；含分隔符的文字请加引号", "有{cells}格，表頭只有{columns}欄；含分隔符號的文字請加引號"),
    "levels": ("看不懂“{part}”，请写成us 5; uk 4的样子", "看不懂「{part}」，請寫成us 5; uk 4的樣子"),
    "nothing": ("零或负数没法拿来比", "零或負數沒辦法拿來比"),
    "figure": ("没有认出数值，请写数字加单位，例如“348克”", "沒有認出數值，請寫數字加單位，例如「348公克」"),
    "several": ("认出了好几个数值，请只写一个", "認出了好幾個數值，請只寫一個"),
    "unlike": ("“{figure}”和“{other}”量的不是同一样东西", "「{figure}」和「{other}」量的不是同一樣東西"),
    "csv": ("不是有效的CSV", "不是有效的CSV"),
}  # fmt: skip
_NEAR = ("，是不是“{near}”？", "，是不是「{near}」？")
# What pydantic calls a fault, where several are one to a reader.
_CODES = {
    "decimal_parsing": "number", "decimal_type": "number", "finite_number": "number", "decimal_max_digits": "number",
    "decimal_max_places": "number", "decimal_whole_digits": "number", "int_type": "level", "int_parsing": "level",
    "int_from_float": "level", "greater_than_equal": "level", "less_than_equal": "level", "too_short": "few", "too_long": "many",
    "dict_type": "form", "list_type": "form", "tuple_type": "form", "model_type": "form", "model_attributes_type": "form",
}  # fmt: skip


def code_of(kind: str) -> str:
    """The code of a fault that pydantic calls by this name.

    >>> code_of("url_parsing"), code_of("date_type"), code_of("missing"), code_of("never_heard_of")
    ('url', 'date', 'missing', 'form')
    """
    if kind in _SAID:
        return kind
    for family in ("url", "date"):
        if kind.startswith(f"{family}_"):
            return family
    return _CODES.get(kind, "form")


def faults_of(
    error: ValidationError, file: str, place: str, column_of: Mapping[str, str] | None = None
) -> list[EntryError]:
    """The faults of one entry, each with the field it is in; `column_of` renames fields, for a table."""
    found: list[EntryError] = []
    for detail in error.errors(include_url=False, include_input=False):
        field = ".".join(str(part) for part in detail["loc"])
        if column_of is not None:
            field = column_of.get(field, field.removeprefix("names."))
        problem = detail["msg"].rstrip(".")
        values = {key: str(value) for key, value in detail.get("ctx", {}).items()}
        found.append(
            EntryError(file, f"{place}.{field}" if field else place, problem, "", code_of(detail["type"]), values)
        )
    return found


def say_fault(fault: DataFileError, lang: Lang, place: str | None = None) -> str:
    """A fault with its place, without the file, in a language; `place` is what a form calls it, "" for nothing."""
    named = fault.place if place is None else place
    if lang == "en" or not isinstance(fault, EntryError) or fault.code not in _SAID:
        where = f"{named}: " if named else ""
        return f"{where}{fault.problem}." + (f" {fault.advice}" if fault.advice else "")
    number = int(lang == "zh-Hant")
    values: dict[str, Any] = {"near": "", **fault.values}
    if values["near"]:
        values["near"] = _NEAR[number].format(near=values["near"])
    if "expected" in values:
        values["expected"] = values["expected"].replace(" or ", ", ").replace(", ", "、").replace("'", "")
    said = _SAID[fault.code][number].format_map(values)
    where = f"{_place(named, lang)}：" if named else ""
    return f"{where}{said}{'' if said.endswith('？') else '。'}"


def _place(place: str, lang: Lang) -> str:
    """The place ("row 3, our-crate.unit") in Chinese; a Traditional row is a 列."""
    row, _, rest = place.partition(", ") if place.startswith("row ") else ("", "", place)
    line = rest if rest.startswith("line ") else ""
    if line:
        return f"第{line.removeprefix('line ')}行"
    if not row:
        return rest
    counted = f"第{row.removeprefix('row ')}{'行' if lang == 'zh-Hans' else '列'}"
    return f"{counted}，{rest}" if rest else counted
