"""What was recognised: the facts as given, with every quantity and every piece of self-praise marked, then listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.schema import Diagnostic, Lang, Quantity
from assistant.schema.doubts import say_doubt
from assistant.ui.marks import SIGNS, Mark, MarkKind, render_marked
from assistant.ui.markup import Html, el
from assistant.ui.page import section, show
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.plan import Reading


def show_recognised(reading: Reading, lang: Lang, words: Words) -> None:
    """The section; `lang` is the language of the facts."""
    quantities = [quantity for view in reading.views for quantity in view.fact.quantities]
    praise = [(view.fact.start, finding) for view in reading.views for finding in view.praise]
    marks = [_of_quantity(quantity, lang, words) for quantity in quantities]
    marks += [_of_praise(start, finding, words) for start, finding in praise]
    section(words("recognised.heading"), words("recognised.legend") if marks else "")
    source = el("div", render_marked(reading.text, marks, "ys-r"), cls="ys-source", lang=lang)
    show(el("div", source, _legend([finding for _, finding in praise], bool(quantities), words), cls="ys-card"))
    listed = [_quantity_table(quantities, lang, words), _praise_list(reading.text, praise, lang, words)]
    show(el("div", el("div", *listed, cls="ys-two"), cls="ys-card"))


def read_value(quantity: Quantity, lang: Lang, words: Words) -> str:
    """A quantity as it was read: hedge, value or range, tolerance, unit; "6,000 m/s", "up to 65 W"."""
    from assistant.units import render

    value = render(quantity.low, quantity.unit, lang)
    if quantity.high is not None:
        value = f"{quantity.low:f}–{render(quantity.high, quantity.unit, lang)}"
    if quantity.tolerance is not None:
        value = f"{value} ± {quantity.tolerance:f}"
    gap = " " if words.lang == "en" else ""
    return f"{words.name('hedge', quantity.hedge)}{gap}{value}" if quantity.hedge else value


def _of_quantity(quantity: Quantity, lang: Lang, words: Words) -> Mark:
    rows = (
        (words.lead("recognised.measures"), words.name("dimension", quantity.dimension)),
        (words.lead("recognised.kind_of_figure"), words.name("statistic", quantity.statistic)),
        (words.lead("recognised.doubt"), "; ".join(say_doubt(doubt, words.lang) for doubt in quantity.doubts)),
    )
    return Mark(quantity.start, quantity.end, "quantity", read_value(quantity, lang, words), rows)


def _of_praise(start: int, finding: Diagnostic, words: Words) -> Mark:
    rows = (
        (words.lead("recognised.question"), finding.question),
        (words.lead("recognised.needs"), finding.needs),
        (words.lead("recognised.suggestion"), finding.suggestion),
    )
    head = words.name("level", finding.level)
    return Mark(start + finding.start, start + finding.end, finding.level, head, rows)


def _legend(praise: list[Diagnostic], quantities: bool, words: Words) -> Html:
    kinds: list[tuple[MarkKind, str]] = [("quantity", words("recognised.quantity"))] if quantities else []
    levels = {finding.level for finding in praise}
    order: tuple[MarkKind, ...] = ("error", "warning", "suggestion", "information")
    kinds += [(level, words.name("level", level)) for level in order if level in levels]
    shown = [
        el(
            "span",
            el("span", name, cls="ys-words"),
            el("sup", SIGNS[kind], cls="ys-sign", aria_hidden="true") if kind in SIGNS else Html(),
            cls=f"ys-mark ys-{kind}",
        )
        for kind, name in kinds
    ]
    return el("div", *shown, cls="ys-legend") if shown else Html()


def _quantity_table(quantities: list[Quantity], lang: Lang, words: Words) -> Html:
    if not quantities:
        return el(
            "div", el("h3", words("recognised.numbers", count=0)), el("p", words("recognised.none"), cls="ys-quiet")
        )
    heads = ("as_written", "read_as", "measures", "kind_of_figure")
    head = el("tr", *(el("th", words(f"recognised.{key}"), scope="col") for key in heads))
    rows = []
    for quantity in quantities:
        doubt = (
            words.lead("recognised.doubt") + "; ".join(say_doubt(doubt, words.lang) for doubt in quantity.doubts)
            if quantity.doubts
            else ""
        )
        rows.append(
            el(
                "tr",
                el("td", quantity.text, lang=lang),
                el("td", read_value(quantity, lang, words), el("span", doubt, cls="ys-said") if doubt else Html()),
                el("td", words.name("dimension", quantity.dimension)),
                el("td", words.name("statistic", quantity.statistic)),
            )
        )
    table = el("table", el("thead", head), el("tbody", *rows), cls="ys-table")
    return el("div", el("h3", words("recognised.numbers", count=len(quantities))), el("div", table, cls="ys-scroll"))


def _praise_list(text: str, praise: list[tuple[int, Diagnostic]], lang: Lang, words: Words) -> Html:
    title = el("h3", words("recognised.praise", count=len(praise)))
    if not praise:
        return el("div", title, el("p", words("recognised.no_praise"), cls="ys-quiet"))
    items = []
    for start, finding in praise:
        caught = text[start + finding.start : start + finding.end]
        said = [("question", finding.question), ("needs", finding.needs), ("suggestion", finding.suggestion)]
        items.append(
            el(
                "li",
                el("strong", caught, lang=lang),
                " ",
                el(
                    "span",
                    f"{words.name('level', finding.level)} {SIGNS[finding.level]}",
                    cls=f"ys-chip ys-{finding.level}",
                ),
                el("span", finding.message, cls="ys-said", lang=lang),
                *(
                    el("span", el("b", words.lead(f"recognised.{key}")), el("span", body, lang=lang), cls="ys-said")
                    for key, body in said
                    if body
                ),
            )
        )
    return el("div", title, el("ul", *items, cls="ys-list"))
