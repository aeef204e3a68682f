"""What the styles and lists of a docx say of its paragraphs: heading, list item, bullet or number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from assistant.documents.files.packages import Package

# Built-in styles are called this in every language; their ids are not ("1" in a Chinese Word).
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_TITLES = {"title": 1, "subtitle": 2}
_CONTENTS = ("toc ", "table of figures")
_BODY_LEVEL = 9
_BASED = 12


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    level: int
    list_id: str
    based_on: str


@dataclass(slots=True)
class Styles:
    """`level_of` and `list_of` answer for a paragraph's properties (pPr); nothing else is known of it."""

    styles: dict[str, _Style] = field(default_factory=dict)
    default: str = ""
    numbered: dict[str, bool] = field(default_factory=dict)

    def level_of(self, properties: Element | None) -> int:
        """1 to 6 for a heading, else 0."""
        own = _outline(properties)
        if own is not None:
            return own
        for style in self._chain(properties):
            if style.level:
                return min(style.level, 6)
        return 0

    def list_of(self, properties: Element | None) -> str:
        """The id of the list that a paragraph is an item of, "" for none."""
        own = _list_id(properties)
        if own:
            return "" if own == "0" else own
        return next((style.list_id for style in self._chain(properties) if style.list_id not in ("", "0")), "")

    def in_contents(self, properties: Element | None) -> bool:
        """Whether a paragraph is a line of the table of contents: its words stand again where it points."""
        return any(style.name.startswith(_CONTENTS) for style in self._chain(properties)[:1])

    def is_numbered(self, list_id: str) -> bool:
        """Whether a list counts its items."""
        return self.numbered.get(list_id, False)

    def _chain(self, properties: Element | None) -> list[_Style]:
        """The style of a paragraph and those that it is based on; a circle ends."""
        named = properties.find("pStyle") if properties is not None else None
        name = named.get("val", "") if named is not None else self.default
        found: list[_Style] = []
        while (style := self.styles.get(name)) is not None and len(found) < _BASED:
            found.append(style)
            name = style.based_on
        return found


def load_styles(package: Package, main: str) -> Styles:
    """The styles and lists of a docx; none for one without."""
    known = Styles()

    def take(_: str, one: Element) -> None:
        if one.tag != "style" or one.get("type", "paragraph") != "paragraph":
            return
        id_, properties = one.get("styleId", ""), one.find("pPr")
        name = _val(one, "name").lower()
        heading = _HEADING.fullmatch(name)
        level = int(heading[1]) if heading else _TITLES.get(name) or _outline(properties) or 0
        known.styles[id_] = _Style(name, level, _list_id(properties), _val(one, "basedOn"))
        if one.get("default", "") in ("1", "true"):
            known.default = id_

    for part in package.related_of(main, "/styles"):
        package.xml(part).each(("styles",), take)
    for part in package.related_of(main, "/numbering"):
        _lists(package, part, known)
    return known


def _lists(package: Package, part: str, known: Styles) -> None:
    abstract: dict[str, bool] = {}

    def take(_: str, one: Element) -> None:
        if one.tag == "abstractNum":
            level = one.find("lvl")
            how = _val(level, "numFmt") if level is not None else ""
            abstract[one.get("abstractNumId", "")] = how not in ("bullet", "none", "")
        elif one.tag == "num":
            known.numbered[one.get("numId", "")] = abstract.get(_val(one, "abstractNumId"), False)

    package.xml(part).each(("numbering",), take)


def _val(element: Element, name: str) -> str:
    found = element.find(name)
    return found.get("val", "") if found is not None else ""


def _outline(properties: Element | None) -> int | None:
    """The heading level that properties state themselves, 0 for body text, None if they say nothing."""
    stated = _val(properties, "outlineLvl") if properties is not None else ""
    if not stated.isdecimal():
        return None
    return min(int(stated[:3]) + 1, 6) if int(stated[:3]) < _BODY_LEVEL else 0


def _list_id(properties: Element | None) -> str:
    numbering = properties.find("numPr") if properties is not None else None
    return _val(numbering, "numId") if numbering is not None else ""
