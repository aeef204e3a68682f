"""References as a list on an axis: a line each, in the order of their size, that opens into all that is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from assistant.schema import MARKETS, Lang, Reference
from assistant.ui.markup import Html, el, link
from assistant.ui.references.topics import topic_name
from assistant.ui.words import Words
from assistant.units import render

if TYPE_CHECKING:
    from assistant.comparisons.scale import Scale, Stand

_LEVELS = (5, 4, 3, 2, 1)
# How well whoever was asked about knows a thing, 0 to 5.
Known = Callable[[Reference], int]
_SIZED: dict[Lang, str] = {"en": "{} ({})", "zh-Hans": "{}（{}）", "zh-Hant": "{}（{}）"}
_QUOTES: dict[Lang, str] = {"en": "“{}”", "zh-Hans": "“{}”", "zh-Hant": "「{}」"}


def with_size(name: str, value: str, lang: Lang) -> str:
    """A name with its size in the brackets of the language."""
    return _SIZED[lang].format(name, value)


def render_scale_list(scale: Scale, words: Words, known: Known | None = None) -> Html:
    """Everything on a scale, the reader's own figure among it, under the labelled lines of its axis."""
    lines = [
        _own_line(stand, words)
        if stand.reference is None
        else _line(stand.reference, words, stand.value, _track(stand.share), known)
        for stand in scale.stands
    ]
    marks = [el("span", label, cls=f"ys-tick {_at(share)}") for share, label in scale.ticks]
    axis = el("div", *marks, cls="ys-axis", aria_hidden="true", lang=words.lang)
    return el("div", axis, el("ol", *lines, cls="ys-shelf"), cls="ys-scale")


def render_list(references: Iterable[Reference], words: Words, known: Known | None = None) -> Html:
    """References of any kind, in the order given."""
    lines = [_line(one, words, render(one.value, one.unit, words.lang), Html(), known) for one in references]
    return el("ul", *lines, cls="ys-shelf")


def _line(reference: Reference, words: Words, value: str, track: Html, known: Known | None) -> Html:
    said, name = name_of(reference, words.lang)
    head = [el("span", name, cls="ys-named", lang=said), el("span", value, cls="ys-sized"), *_chips(reference, words)]
    if known is not None and not reference.sensitivity:
        head.append(el("span", words(f"references.level_{known(reference)}"), cls="ys-chip ys-information"))
    return el("li", el("details", el("summary", *head, track), render_card(reference, words)))


def _chips(reference: Reference, words: Words) -> list[Html]:
    chips = [el("span", words("references.chip_own"), cls="ys-chip ys-in")] if reference.own else []
    if reference.sensitivity:
        chips.append(el("span", words("references.chip_never"), cls="ys-chip ys-warning"))
    return chips


def _own_line(stand: Stand, words: Words) -> Html:
    name = el("span", f"◆ {stand.name}", cls="ys-named")
    return el(
        "li",
        el("p", name, el("span", words("references.your_figure"), cls="ys-sized"), _track(stand.share), cls="ys-yours"),
    )


def _track(share: float) -> Html:
    return el("span", el("span", Html(), cls=f"ys-dot {_at(share)}"), cls="ys-track", aria_hidden="true")


def _at(share: float) -> str:
    """The classes of a place on the axis: tens and units of a per cent, for which the style sheet has the lengths."""
    tens, ones = divmod(min(99, max(0, round(share * 100))), 10)
    return f"ys-t{tens} ys-u{ones}"


def name_of(reference: Reference, lang: Lang) -> tuple[Lang, str]:
    """What a reference is called, and in which language: the reader's, else the first that it has a name in."""
    said = lang if lang in reference.names else next(iter(reference.names))
    return said, reference.names[said].name


def render_card(reference: Reference, words: Words) -> Html:
    """All that is known of a reference: what is measured, who knows it, where the figure stands."""
    said, _ = name_of(reference, words.lang)
    rows: list[tuple[str, str | Html]] = [
        ("said", el("span", reference.names[said].of, lang=said)),
        ("statistic", words.name("statistic", reference.statistic)),
    ]
    if (reference.low, reference.high) != (reference.value, reference.value):
        low, high = (render(end, reference.unit, words.lang) for end in (reference.low, reference.high))
        rows.append(("range", words("references.from_to", low=low, high=high)))
    rows.append(("known", el("ul", *(el("li", line) for line in known_lines(reference, words)), cls="ys-levels")))
    if reference.sensitivity:
        rows.append(("never", _listed((words.name("sensitivity", why) for why in reference.sensitivity), words)))
    if reference.topics:
        rows.append(("topics", _listed((topic_name(topic, words) for topic in reference.topics), words)))
    rows.append(("source", _source(reference, words)))
    if reference.working:
        rows.append(("working", reference.working))
    rows.append(("as_of", reference.as_of))
    if reference.expires:
        rows.append(("expires", reference.expires))
    listed = [part for key, what in rows for part in (el("dt", words(f"references.of_{key}")), el("dd", what))]
    return el("dl", *listed, cls="ys-meta")


def _source(reference: Reference, words: Words) -> Html:
    source = reference.source
    day = source.accessed
    read = words("references.given_on", date=day) if reference.own else words("compared.read_on", date=day)
    quoted = _QUOTES[words.lang].format(source.figure)
    return el("span", link(source.title, source.url), " ", quoted, " ", el("span", read, cls="ys-soft"))


def known_lines(reference: Reference, words: Words) -> list[str]:
    """Who knows it, and how well: the markets, the best known first, then the people with an interest."""
    lines: list[str] = []
    for level in _LEVELS:
        markets = [words.name("market", market) for market in MARKETS if reference.markets.get(market) == level]
        if len(markets) == len(MARKETS):
            markets = [words("references.everywhere")]
        if markets:
            lines.append(words.lead(f"references.level_{level}") + _listed(markets, words))
    for level in _LEVELS:
        people = [topic_name(interest, words) for interest, known in reference.audiences.items() if known == level]
        if people:
            said = words("references.people", topics=_listed(people, words))
            lines.append(words.lead(f"references.level_{level}") + said)
    return lines


def _listed(parts: Iterable[str], words: Words) -> str:
    return (", " if words.lang == "en" else "、").join(parts)


def render_overview(kinds: Sequence[tuple[str, int, Reference, Reference]], words: Words) -> Html:
    """The properties of the book by name: how many things each has, and the smallest and the largest of them."""
    rows = []
    for name, count, *ends in kinds:
        low, high = (
            with_size(name_of(one, words.lang)[1], render(one.value, one.unit, words.lang), words.lang) for one in ends
        )
        said = words("references.overview_range", low=low, high=high) if count > 1 else low
        rows.append(el("tr", el("th", name, scope="row"), el("td", str(count)), el("td", said)))
    heads = [el("th", words(f"references.overview_{key}"), scope="col") for key in ("property", "count", "span")]
    return el("table", el("thead", el("tr", *heads)), el("tbody", *rows), cls="ys-table ys-overview")
