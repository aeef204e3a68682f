"""XML from anywhere: no definitions (and so no entities, inside or outside), bounded depth, one block in memory at a time.

Names come as the part after the namespace ("p", "tbl"), so that the strict and the usual form of the office formats, and
whatever prefix a program has chosen, read alike. Attributes too: "r:id" is "id".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element  # the class only; nothing is parsed by it
from xml.parsers import expat

from assistant.documents.files.faults import Fault, FileError
from assistant.documents.files.limits import XML_DEPTH, XML_ELEMENTS


class Xml:
    """A part of a package to be read; `name` is the file's, for messages."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name, self.data = name, data

    def children(self, parent: str) -> list[Element]:
        """The children of the elements called `parent`, in order; empty for an empty part.

        >>> [(one.tag, one.text) for one in Xml("a", b"<r><t>1</t><t>2</t></r>").children("r")]
        [('t', '1'), ('t', '2')]
        """
        found: list[Element] = []
        self.each((parent,), lambda _, child: found.append(child))
        return found

    def each(self, parents: Iterable[str], take: Callable[[str, Element], None]) -> None:
        """Hands each child of the outermost elements called one of `parents` to `take`, which sees it once and whole.

        Raises `FileError` for what is not well-formed, holds a DTD, is nested too deep, or has too much in one child.
        """
        if not self.data.strip():
            return
        reader = _Reader(self.name, frozenset(parents), take)
        try:
            reader.parser.Parse(self.data, True)
        except (expat.ExpatError, ValueError, LookupError):
            raise FileError(self.name, Fault.DAMAGED) from None


class _Reader:
    """Builds one child at a time; `stack` is empty outside of one."""

    def __init__(self, name: str, parents: frozenset[str], take: Callable[[str, Element], None]) -> None:
        self.name, self.parents, self.take = name, parents, take
        self.depth = 0
        self.within = ""  # the parent that is open, and how deep it stands
        self.level = 0
        self.stack: list[Element] = []
        self.texts: list[list[str]] = []  # beside each open element; a text of megabytes comes in thousands of pieces
        self.elements = 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse

    def _refuse(self, *_: object) -> None:
        raise FileError(self.name, Fault.ENTITIES)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > XML_DEPTH:
            raise FileError(self.name, Fault.DEEP, limit=XML_DEPTH)
        tag = tag.rpartition("}")[2]
        if not self.within:
            if tag in self.parents:
                self.within, self.level = tag, self.depth
            return
        self.elements += 1
        if self.elements > XML_ELEMENTS:
            raise FileError(self.name, Fault.COMPLEX, limit=XML_ELEMENTS)
        element = Element(tag, {key.rpartition("}")[2]: value for key, value in attributes.items()})
        if self.stack:
            self.stack[-1].append(element)
        self.stack.append(element)
        self.texts.append([])

    def _end(self, _: str) -> None:
        if self.stack:
            done = self.stack.pop()
            done.text = "".join(self.texts.pop())
            if not self.stack:
                self.elements = 0
                self.take(self.within, done)
        elif self.within and self.depth == self.level:
            self.within = ""
        self.depth -= 1

    def _text(self, text: str) -> None:
        if self.texts:
            self.texts[-1].append(text)
