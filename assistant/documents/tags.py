"""HTML tags: where one ends, and what it means for the text around it.

The standard library's parser takes quadratic time on text such as "<a <a <a …" (Python 3.11: 40 s for 60 kB), so tags are
found here, with expressions that never go back.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# As browsers read one: anything up to ">" outside the quotation marks of a value.
_TAG = re.compile(
    r"""<(/?)([A-Za-z][^\s/>]*+)(?:[\s/=]++|[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+)*+>"""
)
# As Markdown reads one: attributes must be well-formed, or it is text.
_STRICT = re.compile(
    r"""<(/?)([A-Za-z][A-Za-z0-9-]*+)"""
    r"""(?:\s++[A-Za-z_:][A-Za-z0-9_.:-]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+\s*+/?>"""
)

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Their content is no markup at all.
RAW = frozenset("script style textarea iframe noembed noframes xmp plaintext".split())
# Their content is not prose.
HIDDEN = frozenset("template code kbd samp var svg math object select datalist audio video canvas".split())
# Of what is not read, these stand inside a sentence.
OBJECTS = frozenset("code kbd samp var svg math img object select input textarea audio video canvas".split())
HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"title": 1}
ITEMS = frozenset(("li", "dt", "dd"))
CELLS = frozenset(("td", "th"))
BLOCKS = frozenset(
    "address article aside blockquote body button caption center details dialog dir div dl fieldset figcaption figure "
    "footer form head header hgroup hr html legend main menu nav noscript ol optgroup option p pre section summary table "
    "tbody tfoot thead tr ul".split()
) | {*HEADINGS, *ITEMS, *CELLS}


class Tag(NamedTuple):
    """A tag: its name in small letters, whether it closes, and where it ends."""

    name: str
    closes: bool
    end: int


def match_tag(text: str, at: int) -> Tag | None:
    """The tag that starts at `at` as browsers read it, None if there is none or it never ends."""
    return _tag(_TAG.match(text, at))


def match_strict_tag(text: str, at: int) -> Tag | None:
    """The tag that starts at `at` as Markdown reads it, None if there is none."""
    return _tag(_STRICT.match(text, at))


def _tag(found: re.Match[str] | None) -> Tag | None:
    return Tag(found[2].lower(), bool(found[1]), found.end()) if found else None


def end_of_raw(text: str, at: int, name: str) -> int:
    """Where the closing tag of a script, style … begins, the end of the text if nothing closes it."""
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, at)
    return closing.start() if closing else len(text)
