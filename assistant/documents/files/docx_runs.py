"""The words of a paragraph of a docx as its reader sees them: insertions in, deletions out, digits raised and lowered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from assistant.documents.files.opened import Left
from assistant.documents.files.scripts import is_on, lowered, placed, raised

# A line break inside a paragraph, and a tab between a name and its value.
BREAK, TAB = "\n", "\t"
_GONE = frozenset(("del", "moveFrom"))
_CHANGED = frozenset(("ins", "moveTo", *_GONE))
_SIGNS = {"tab": TAB, "ptab": TAB, "br": BREAK, "cr": BREAK, "noBreakHyphen": "-"}
# Their words are instructions, properties, or said elsewhere.
_MUTE = frozenset(("instrText", "delText", "delInstrText", "rPr", "pPr", "sdtPr", "sdtEndPr", "rt", "fldData"))
_PICTURES = frozenset(("blip", "imagedata", "chart", "OLEObject", "relIds"))


@dataclass(slots=True)
class Runs:
    """Reads paragraphs; `counts` is what was left out of them, `boxes` the text boxes that stood in the last one."""

    counts: dict[Left, int] = field(default_factory=dict)
    boxes: list[Element] = field(default_factory=list)

    def text_of(self, paragraph: Element) -> str:
        """The words of a paragraph, `BREAK` where a line ends within it."""
        return "".join(self._within(paragraph, None))

    def count(self, code: Left, more: int = 1) -> None:
        """Counts something that is left out."""
        self.counts[code] = self.counts.get(code, 0) + more

    def _within(self, element: Element, properties: Element | None) -> Iterator[str]:
        for one in element:
            tag = one.tag
            if tag in _MUTE:
                continue
            if tag in _CHANGED:
                self.count(Left.CHANGES)
            if tag in _GONE:
                continue
            if tag == "t":
                # "m:t" of an equation as well.
                yield placed(one.text or "", properties)
            elif tag == "r":
                yield from self._run(one)
            elif tag in _SIGNS:
                if one.get("type", "textWrapping") == "textWrapping" or tag != "br":
                    yield _SIGNS[tag]
            elif tag == "txbxContent":
                self.boxes.append(one)
            elif tag == "AlternateContent":
                # The same thing twice, for newer and for older programs.
                chosen = one.find("Choice")
                if chosen is None:
                    chosen = one.find("Fallback")
                if chosen is not None:
                    yield from self._within(chosen, properties)
            elif tag in ("sup", "sub"):
                said = "".join(self._within(one, properties))
                yield raised(said) if tag == "sup" else lowered(said)
            elif tag == "den":
                yield "/"
                yield from self._within(one, properties)
            else:
                if tag in _PICTURES:
                    self.count(Left.IMAGES)
                yield from self._within(one, properties)

    def _run(self, run: Element) -> Iterator[str]:
        properties = run.find("rPr")
        hidden = is_on(properties, "vanish", "webHidden")
        if hidden or is_on(properties, "strike", "dstrike"):
            if any((one.text or "").strip() for one in run.findall("t")):
                self.count(Left.HIDDEN_TEXT if hidden else Left.STRUCK)
            return
        yield from self._within(run, properties)
