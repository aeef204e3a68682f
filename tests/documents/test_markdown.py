"""Markdown as a reader sees it."""

from __future__ import annotations

import pytest

from assistant.documents import OBJECT, Document, read_document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def page(text: str) -> list[tuple[str, str]]:
    return blocks(read_document(text, "markdown"))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("our **world**-class *tea*", "our world-class tea"),
        ("***all*** __of__ _it_ ~~gone~~", "all of it gone"),
        ("3 * 4 and 5 *unpaired and snake_case_name", "3 * 4 and 5 *unpaired and snake_case_name"),
        ("[the text](http://a.b/best 'best') here", "the text here"),
        ("[a [b] c](<best one> (best)) here", "a [b] c here"),
        ("![the alt](best.png)", "the alt"),
        ("[text](not closed", "[text](not closed"),
        ("[no link] and [x]y", "[no link] and [x]y"),
        ("see <https://a.b/best> now", f"see {OBJECT} now"),
        ("see https://a.b/best, now", f"see {OBJECT} now"),
        ("见https://a.b/best。国内", f"见{OBJECT}。国内"),
        ("`best` and ``be`st``", f"{OBJECT} and {OBJECT}"),
        ("an `open tick", "an `open tick"),
        ("a \\*star\\* &amp; &copy;", "a *star* & ©"),
        ("one\ntwo  \nthree\\\nfour", "one two\nthree\nfour"),
        ("续航领先\n行业", "续航领先行业"),
        ("a <b>bold</b> <kbd>best</kbd> <br> word", f"a bold {OBJECT}\nword"),
        ("1 < 2 and a <b", "1 < 2 and a <b"),
        ("a<!-- best -->b", "ab"),
        ("word[^1] more", "word more"),
    ],
)
def test_a_paragraph_reads_as_it_is_shown(text: str, seen: str) -> None:
    assert read_document(text, "markdown").text == seen


@pytest.mark.parametrize(
    "hidden",
    [
        "---\ntitle: best\n---\n",
        "```js\nbest\n```\n",
        "~~~~\nbest\n~~~\nbest\n~~~~\n",
        "```\nbest, never closed",
        "    best\n",
        "\tbest\n",
        "<!-- best\n\nbest -->\n",
        "<script>\nbest\n\nbest\n</script>\n",
        "<pre>\nbest\n</pre>\n",
        "[best]: http://a.b 'best'\n",
        "[best]: http://a.b\n  'best'\n",
        "> ```\n> best\n> ```\n",
        "- ```\n  best\n  ```\n",
        "<div class='best'></div>\n",
    ],
)
def test_what_is_no_prose_is_left_out(hidden: str) -> None:
    assert "best" not in read_document(hidden, "markdown").text


def test_front_matter_that_is_not_closed_is_a_rule_and_text() -> None:
    assert read_document("---\nwords", "markdown").text == "words"


def test_reference_links_show_their_text() -> None:
    text = "[The text][Ref] and [ref] and [other][].\n\n[ref]: http://a.b\n[OTHER]: http://c.d\n"
    assert read_document(text, "markdown").text == "The text and ref and other."


def test_blocks_are_known_and_parted() -> None:
    text = (
        "# One #\nwords\nTwo\n---\n\n- first\n  more\n- [x] second\n    - inner\nlazy\n\n> quoted\nlazy\n\nTail\n\n"
        "1. step\n\n   of it\n\n       code\n\n| a | b \\| c |\n|---|:-:|\n| d | `e` |\n\nEnd"
    )
    assert page(text) == [
        ("heading", "One"),
        ("heading", "words Two"),
        ("item", "first more"),
        ("item", "second"),
        ("item", "inner lazy"),
        ("quote", "quoted lazy"),
        ("paragraph", "Tail"),
        ("item", "step"),
        ("item", "of it"),
        ("cell", "a"),
        ("cell", "b | c"),
        ("cell", "d"),
        ("cell", OBJECT),
        ("paragraph", "End"),
    ]
    assert [block.level for block in read_document(text, "markdown").blocks][:3] == [1, 2, 0]


def test_a_list_ends_where_a_quote_begins_at_the_margin() -> None:
    assert page("1. one\n\n> two\n\n    code\n") == [("item", "one"), ("quote", "two")]


def test_html_blocks_part_and_name_what_is_in_them() -> None:
    assert page("<div>\n<h2>Head</h2><p>para</p>\n</div>\n") == [("heading", "Head"), ("paragraph", "para")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(end: str) -> None:
    text = "# Head\n\nOur *best*\nkettle\n\n- item\n".replace("\n", end)
    document = read_document(text, "markdown")
    assert blocks(document) == [("heading", "Head"), ("paragraph", "Our best kettle"), ("item", "item")]
    start, end_ = document.span(document.text.index("best"), document.text.index("best") + 4)
    assert text[start:end_] == "best"


def test_comments_in_blocks_and_lines_are_kept_those_in_code_are_not() -> None:
    text = "<!-- one -->\n\nwords <!-- two --> words\n\n```\n<!-- no -->\n```\n\n`<!-- no -->`\n"
    document = read_document(text, "markdown")
    assert [comment.text for comment in document.comments] == ["one", "two"]
    assert all(text[one.start : one.end].startswith("<!-- ") for one in document.comments)


def test_lists_nested_without_end_are_read() -> None:
    assert read_document("- " * 5000 + "x", "markdown").text.endswith("x")
