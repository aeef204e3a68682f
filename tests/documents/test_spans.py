"""Every character of the visible text leads back to where it stands, whatever the document holds."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents import KINDS, OBJECT, Document, Kind, read_document

_PARTS = st.sampled_from(
    '<p> </p> <b> </b> <h1> </h2> <code> </code> <script> </script> <!-- --> <br> <td <a href=\' <img alt="x"> <li> <svg> '
    "<![CDATA[ <? </ < > &amp; &lt &#20320; &#0; &bogus; & # ## === --- *** * ** _ __ ~~ ` `` ``` ~~~ [ ] ]( ( ) ![ [a]: [^1] "
    "> >> - + 1. 10) | |-|-| \\ \\* http://a.b www.a.b <http://a.b> +++ words 续航 領先 good İ ß 👍 \u2028 \x00 \ufffc".split(
        " "
    )
)
_SPACES = st.sampled_from([" ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", ""])
TEXTS = st.lists(st.one_of(_PARTS, _SPACES), max_size=60).map("".join) | st.text(max_size=60)


def check(document: Document) -> None:
    assert "".join(piece.text for piece in document.pieces) == document.text
    at = last = 0
    for piece in document.pieces:
        assert piece.at == at
        assert last <= piece.start <= piece.end <= len(document.original)
        at, last = at + len(piece.text), piece.end
        written = document.original[piece.start : piece.end]
        assert piece.verbatim == (written == piece.text)
        if not piece.verbatim:
            stands_for = (html.unescape(written), OBJECT, " ", "\n", "\n\n")
            assert piece.text in stands_for or written.endswith(" " * (len(written) - len(piece.text)))
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        assert document.block_at(block.start) == document.block_at(block.end - 1) == block
        end = block.end


@pytest.mark.parametrize("kind", KINDS)
@given(text=TEXTS)
def test_pieces_are_the_visible_text_and_verbatim_ones_the_original(text: str, kind: Kind) -> None:
    check(read_document(text, kind))


@pytest.mark.parametrize("kind", KINDS)
@given(text=TEXTS, data=st.data())
def test_a_later_span_never_starts_or_ends_before_an_earlier_one(text: str, kind: Kind, data: st.DataObject) -> None:
    document = read_document(text, kind)
    places = st.integers(min_value=0, max_value=len(document.text))
    first, second, third, fourth = sorted(data.draw(st.tuples(places, places, places, places)))
    one, other = document.span(first, third), document.span(second, fourth)
    assert one[0] <= one[1]
    assert one[0] <= other[0]
    if first < third and second < fourth:
        assert one[1] <= other[1]
    for start, end in document.stretches(first, third):
        assert one[0] <= start < end <= one[1]


@pytest.mark.parametrize("kind", KINDS)
@given(words=st.lists(st.sampled_from(["tea", "kettle", "boils", "续航", "十四小时"]), min_size=1, max_size=8))
def test_plain_words_are_the_same_in_every_kind(words: list[str], kind: Kind) -> None:
    text = " ".join(words)
    document = read_document(text, kind)
    assert document.text == text
    assert document.span(0, len(text)) == (0, len(text))


@pytest.mark.parametrize(
    "unit",
    [
        "<a ",
        '<a b="',
        "<a b='<a b=\"",
        "<!--",
        "<![CDATA[",
        "</a ",
        "[a](b",
        "](",
        "[",
        "*a ",
        "`a``",
        "- ",
        "> ",
        "&a",
        "<code>",
    ],
)
@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_text_that_opens_much_and_closes_nothing_is_read_to_its_end(unit: str, kind: Kind) -> None:
    """Each takes minutes where time grows with the square: the standard library's parser needs 40 s for 60 kB of "<a "."""
    text = unit * (400_000 // len(unit))
    document = read_document(text, kind)
    assert document.original == text


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("page.html", "words", "html"),
        ("PAGE.HTM", "words", "html"),
        ("readme.md", "<p>", "markdown"),
        ("notes.txt", "<!DOCTYPE html>", "text"),
        ("-", "\n <!doctype HTML>\n<title>", "html"),
        ("-", '<?xml version="1.0"?>\n<html>', "html"),
        ("-", "<div class='a'>words", "html"),
        ("-", "a < b, p > q", "text"),
        ("-", "<3 kettles", "text"),
        ("folder.md/notes", "words", "text"),
    ],
)
def test_the_kind_is_told_by_the_name_else_by_the_start(name: str, text: str, kind: Kind) -> None:
    from assistant.documents import guess_kind

    assert guess_kind(name, text) == kind
