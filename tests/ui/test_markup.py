"""Whatever comes from outside is shown as text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ui.marks import Mark, render_lines, render_marked, settle
from assistant.ui.markup import Html, el, join, label, link, picture, text

HOSTILE = (
    '<img src=x onerror="alert(1)">',
    "</style><script>alert(1)</script>",
    "</textarea><svg onload=alert(1)>",
    '" onmouseover="alert(1)',
    "&lt;b&gt; &amp;",
    "[a link](https://a.example) ![an image](https://a.example/b.png)",
    "$x$ :red[y] `z`",
)


class Reader(HTMLParser):
    """Collects what a browser would make of the markup."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.said = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.said += data


@pytest.mark.parametrize("outside", HOSTILE)
def test_hostile_text_is_read_back_as_it_was_written(outside: str) -> None:
    read = Reader(el("p", outside))
    assert read.said == outside
    assert read.tags == ["p"]


@pytest.mark.parametrize("outside", HOSTILE)
def test_hostile_text_in_an_attribute_stays_in_it(outside: str) -> None:
    read = Reader(el("span", "x", title=outside))
    assert read.attributes == [("title", outside)]


@given(st.text())
def test_no_text_makes_an_element(outside: str) -> None:
    assert Reader(join(["a", outside, "b"])).tags == []


@given(st.text())
def test_marks_change_no_character_of_the_text(outside: str) -> None:
    visible = text(outside)
    marks = [Mark(0, len(outside) // 2, "quantity", ""), Mark(len(outside) // 2, len(outside), "number", "")]
    plain = Reader(render_marked(outside, marks, "t"))
    assert plain.said == Reader(visible).said


@pytest.mark.parametrize("mark", ["\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\x00", "\x1b"])
def test_marks_that_turn_the_writing_direction_are_spelled_out(mark: str) -> None:
    assert text(f"a{mark}b") == f"a[U+{ord(mark):04X}]b"


def test_markup_goes_in_only_as_html() -> None:
    assert el("p", el("b", "x")) == "<p><b>x</b></p>"
    assert el("p", str(el("b", "x")) + "") == "<p>&lt;b&gt;x&lt;/b&gt;</p>"


@pytest.mark.parametrize("tag", ["script", "style", "iframe", "form", "img", "svg", "a", "P onclick=x"])
def test_elements_that_act_or_fetch_cannot_be_made(tag: str) -> None:
    with pytest.raises(ValueError, match="no place here"):
        el(tag, "x")


@pytest.mark.parametrize("name", ["onclick", "onfocus", "style", "href", "src", "srcset", "action"])
def test_attributes_that_act_or_fetch_cannot_be_set(name: str) -> None:
    with pytest.raises(ValueError, match="no place here"):
        el("p", "x", **{name: "y"})


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//a.example", 'https://a.example/" onclick="x', "", "ftp://a"],
)
def test_an_address_that_is_not_of_the_web_is_no_link(address: str) -> None:
    assert link("<i>", address) == "&lt;i&gt;"


def test_a_link_opens_beside_the_app_and_tells_nobody_where_it_was() -> None:
    read = Reader(link("a & b", "https://a.example/?x=1&y=2"))
    assert dict(read.attributes) == {
        "href": "https://a.example/?x=1&y=2",
        "target": "_blank",
        "rel": "noopener noreferrer",
    }


def test_a_picture_is_an_image_whose_svg_cannot_run() -> None:
    read = Reader(picture("<svg><script>alert(1)</script></svg>", 'a "rocket"'))
    assert read.tags == ["img"]
    assert dict(read.attributes)["alt"] == 'a "rocket"'
    assert str(dict(read.attributes)["src"]).startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize("outside", [*HOSTILE, "gpt-4.1 at [x](http://a.example)"])
def test_a_label_holds_no_markdown_that_is_not_disarmed(outside: str) -> None:
    said = label(outside)
    bare = [char for place, char in enumerate(said) if char in "![]()$`:<>*_" and said[place - 1] != "\\"]
    assert bare == []


def test_overlapping_marks_give_way_to_the_first_and_longest() -> None:
    marks = [Mark(2, 4, "number", "b"), Mark(0, 3, "number", "a"), Mark(0, 2, "number", "c"), Mark(5, 5, "number", "d")]
    assert [mark.head for mark in settle(marks)] == ["a"]


def test_lines_are_marked_each_at_its_own_place() -> None:
    lines = render_lines("12 kg\nand 3 m", [Mark(0, 5, "number", "mass"), Mark(10, 13, "number", "length")], "t")
    assert [Reader(line).said for line in lines] == ["12 kgmass", "and 3 mlength"]
    assert len({ids for line in lines for name, ids in Reader(line).attributes if name == "id"}) == 2


def test_every_mark_can_be_reached_by_keyboard_and_is_described() -> None:
    read = Reader(render_marked("348 g", [Mark(0, 5, "quantity", "mass", (("why", "because"),))], "t"))
    found = dict(read.attributes)
    assert found["tabindex"] == "0"
    assert found["aria-describedby"] == found["id"]


def test_every_level_of_praise_has_a_sign_besides_its_colour() -> None:
    signs = {kind: render_marked("best", [Mark(0, 4, kind, "")], "t") for kind in ("error", "warning", "suggestion")}
    said = {Reader(markup).said for markup in signs.values()}
    assert len(said) == 3


def test_who_wrote_a_sentence_stands_behind_it_and_leaves_its_numbers_marked() -> None:
    number, author = Mark(9, 14, "number", "mass"), Mark(15, 15, "author", "built-in")
    after = Mark(15, 16, "number", "length")
    assert settle([after, number, author]) == (number, author, after)
    assert Reader(render_marked("它重 348 g。3 m", [], "t")).said == "它重 348 g。3 m"
    assert Reader(render_marked("It weighs 348 g.3 m", [number, author, after], "t")).said.count("+built-in") == 1


def test_who_wrote_a_line_stands_at_its_end_and_not_on_the_next() -> None:
    lines = render_lines("12 kg\nand 3 m", [Mark(5, 5, "author", "first"), Mark(13, 13, "author", "second")], "t")
    assert [Reader(line).said for line in lines] == ["12 kg+first", "and 3 m+second"]


def test_html_is_only_what_the_module_made() -> None:
    assert isinstance(el("p"), Html)
    assert not isinstance("<p></p>", Html)
