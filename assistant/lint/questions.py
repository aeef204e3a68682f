"""The list of questions that the copy cannot answer, for the colleagues who can; METHOD: M6."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.lint.messages import OWN
from assistant.lint.reports import Report
from assistant.praise import load_rules
from assistant.praise.sentences import sentence_around
from assistant.schema import Lang

# Who can settle a claim of a family: figures of the market, of the product, or what customers were promised.
_WHO = {
    "rank": "sales", "fame": "sales", "award": "sales", "competitor": "sales", "pride": "service", "slogan": "sales",
    "voice": "service", "absolute": "product",
}  # fmt: skip
_ORDER = ("product", "sales", "service")
_HEADS: dict[Lang, dict[str, str]] = {
    "en": {
        "title": "Questions that the copy cannot answer", "product": "For product colleagues",
        "sales": "For sales and marketing colleagues", "service": "For service colleagues",
        "needs": "What would settle it", "none": "Nothing to ask: no unsupported claim was found.",
    },
    "zh-Hans": {
        "title": "文案无法回答的问题", "product": "请产品同事回答", "sales": "请销售与市场同事回答", "service": "请服务同事回答",
        "needs": "可作为依据", "none": "没有要问的：未发现缺少依据的说法。",
    },
    "zh-Hant": {
        "title": "文案無法回答的問題", "product": "請產品同事回答", "sales": "請業務與行銷同事回答", "service": "請服務同事回答",
        "needs": "可作為依據", "none": "沒有要問的：未發現缺少依據的說法。",
    },
}  # fmt: skip
COLUMNS = ("colleague", "file", "line", "column", "claim", "sentence", "question", "needs", "rule", "level")
_MARKS = str.maketrans({mark: "\\" + mark for mark in "\\`*_[]<>#|~"})
# A spreadsheet takes these for the beginning of a formula, full-width ones included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Question(NamedTuple):
    """An unsupported claim as a question: who can answer it, where it stands, and what would settle it."""

    colleague: str
    file: str
    line: int
    column: int
    claim: str
    sentence: str
    question: str
    needs: str
    rule: str
    level: str


def find_questions(report: Report) -> list[Question]:
    """The questions that a document raises, in its order; own rules without a question raise none."""
    linted = report.linted
    rules = (*(report.team.rules(linted.lang) if report.team else ()), *load_rules(linted.lang).rules)
    families = {rule.id: rule.family for rule in rules}
    text = linted.document.text
    questions = []
    for one in linted.found:
        found = one.diagnostic
        if not found.question or found.rule in OWN:
            continue
        low, high = sentence_around(text, *one.seen, linted.lang)
        questions.append(
            Question(
                _WHO.get(families.get(found.rule, ""), "product"),
                report.file,
                *report.lines.at(found.start),
                text[slice(*one.seen)],
                " ".join(text[low:high].split()),
                found.question,
                found.needs,
                found.rule,
                found.level,
            )
        )
    return questions


def render_markdown(questions: Sequence[Question], lang: Lang = "en") -> str:
    """The questions as a list to tick off, by colleague, then as they were found."""
    heads = _HEADS[lang]
    out = [f"# {heads['title']}", ""]
    for colleague, own in by_colleague(questions).items():
        out += [f"## {heads[colleague]}", ""]
        for one in own:
            place = _plain(f"{one.file}:{one.line}:{one.column}")
            out.append(f"- [ ] **{_plain(one.question)}** “{_plain(one.claim)}” ({place})  ")
            out.append(f"  > {_plain(one.sentence)}")
            out += ["", f"  {heads['needs']}: {_plain(one.needs)}", ""]
    return "\n".join(out if questions else [*out, heads["none"], ""])


def by_colleague(questions: Iterable[Question]) -> dict[str, list[Question]]:
    """The questions by who can answer them ("product", "sales", "service"), each as they were found; none without one."""
    listed = list(questions)
    found = {colleague: [one for one in listed if one.colleague == colleague] for colleague in _ORDER}
    return {colleague: own for colleague, own in found.items() if own}


def colleague_name(colleague: str, lang: Lang = "en") -> str:
    """Whom a group of questions is for.

    >>> colleague_name("service")
    'For service colleagues'
    """
    return _HEADS[lang][colleague]


def quoted(words: str, lang: Lang) -> str:
    """Words in the quotation marks of a language.

    >>> quoted("best", "en"), quoted("最好", "zh-Hant")
    ('“best”', '「最好」')
    """
    return f"「{words}」" if lang == "zh-Hant" else f"“{words}”"


def render_text(questions: Sequence[Question], lang: Lang = "en") -> str:
    """The questions as plain text for a mail: by colleague, each with the words, the sentence and what would settle it."""
    heads = _HEADS[lang]
    if not questions:
        return f"{heads['none']}\n"
    out = [heads["title"], ""]
    for colleague, own in by_colleague(questions).items():
        out += [heads[colleague], ""]
        for number, one in enumerate(own, 1):
            out += [f"{number}. {one.question}", f"   {quoted(one.claim, lang)} · {one.sentence}"]
            out += [f"   {heads['needs']}: {one.needs}"] if one.needs else []
            out.append("")
    return "\n".join(out)


def render_csv(questions: Iterable[Question]) -> str:
    """The questions as a table; a cell that a spreadsheet would run starts with an apostrophe."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for one in questions:
        table.writerow([_cell(value) for value in one])
    return out.getvalue()


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return " ".join(text.split()).translate(_MARKS)
