"""The only place where HTML is made. Whatever comes from outside goes in as text and comes out as text.

`el` escapes every child that is not already `Html`, so forgetting to escape is not possible; attributes are escaped
too, scripts and event handlers cannot be expressed, and addresses are checked.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from html import escape

# What a reader cannot see but a browser obeys: control characters, and marks that turn the writing direction.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_TAGS = re.compile(
    "b|bdi|dd|del|details|div|dl|dt|em|figcaption|figure|h[1-4]|ins|li|main|ol|p|span|strong|summary|sup|table|tbody|td|th|thead|tr|ul"
)
_ATTRIBUTES = re.compile(r"class|id|lang|title|alt|role|tabindex|colspan|scope|open|hidden|aria-[a-z]+|data-[a-z-]+")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


class Html(str):
    """Markup that is ready to show. Only this module makes it; anything else is plain text."""

    __slots__ = ()


def text(outside: str) -> Html:
    """Text as text: escaped, and with invisible control characters spelled out so that they cannot act.

    >>> text("<b>5 < 6</b>")
    '&lt;b&gt;5 &lt; 6&lt;/b&gt;'
    >>> text("abc\u202edef")
    'abc[U+202E]def'
    """
    return Html(escape(spelled(outside)))


def spelled(outside: str) -> str:
    """Text for a place that takes it as text: only what acts without being seen is spelled out.

    >>> spelled("a < b\u202e")
    'a < b[U+202E]'
    """
    return _UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", outside)


def whole(outside: str) -> str:
    r"""Text from a browser as it can be stored and sent on: without U+0000, halves of a character joined or replaced.

    >>> whole("a\x00b \ud83d\ude80 \ud83d")
    'ab 🚀 �'
    """
    return outside.replace("\0", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def join(parts: Iterable[str | Html], between: str = "") -> Html:
    """Parts side by side; strings that are not `Html` are escaped."""
    return Html(text(between).join(part if isinstance(part, Html) else text(part) for part in parts))


def el(tag: str, *children: str | Html, **attributes: str | bool | None) -> Html:
    """One element. `cls` stands for `class`, `aria_label` for `aria-label`; None and False leave an attribute out.

    >>> el("p", "a < b", el("b", "c"), cls="note", lang="en", hidden=False)
    '<p class="note" lang="en">a &lt; b<b>c</b></p>'

    Raises `ValueError` for a tag or an attribute that has no place in text.
    """
    return _element(tag, children, _checked(attributes))


def scrolled(child: Html, name: str) -> Html:
    """What may be wider than the page, in a frame that scrolls sideways: by touch, by mouse and, focused, by keyboard."""
    return el("div", child, cls="ys-scroll", tabindex="0", role="group", aria_label=name)


def link(label: str | Html, address: str) -> Html:
    """A link that opens beside the app; only the label where the address is not http or https.

    >>> link("figures", "javascript:alert(1)")
    'figures'
    """
    if not re.match(r"https?://[^\s<>\"']+\Z", address):
        return join([label])
    found = f'href="{escape(address)}" target="_blank" rel="noopener noreferrer"'
    return Html(f"<a {found}>{join([label])}</a>")


def picture(svg: str, description: str, cls: str = "") -> Html:
    """An SVG as an image: nothing inside it can run or fetch. `description` is read out in its place."""
    data = b64encode(svg.encode()).decode("ascii")
    return Html(f'<img class="{escape(cls)}" src="data:image/svg+xml;base64,{data}" alt="{text(description)}">')


def label(outside: str) -> str:
    r"""Text for a Streamlit label, which would read it as Markdown: every mark is disarmed.

    >>> print(label("![x](//a.example) $y$"))
    \!\[x\]\(\/\/a\.example\) \$y\$
    """
    plain = _UNSEEN.sub("", outside).replace("\n", " ")
    return _PUNCTUATION.sub(r"\\\1", plain)


def _checked(attributes: dict[str, str | bool | None]) -> dict[str, str | bool]:
    named = {("class" if key == "cls" else key.replace("_", "-")): value for key, value in attributes.items()}
    for name in named:
        if not _ATTRIBUTES.fullmatch(name):
            raise ValueError(f"attribute {name!r} has no place here")
    return {name: value for name, value in named.items() if value is not None and value is not False}


def _element(tag: str, children: Iterable[str | Html], attributes: dict[str, str | bool]) -> Html:
    if not _TAGS.fullmatch(tag):
        raise ValueError(f"tag {tag!r} has no place here")
    opened = "".join(
        f" {name}" if value is True else f' {name}="{text(str(value))}"' for name, value in attributes.items()
    )
    return Html(f"<{tag}{opened}>{join(children)}</{tag}>")
