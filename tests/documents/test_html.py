"""HTML as a reader sees it."""

from __future__ import annotations

import pytest

from assistant.documents import OBJECT, Document, read_document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def page(text: str) -> list[tuple[str, str]]:
    return blocks(read_document(text, "html"))


def test_an_inline_tag_does_not_split_a_word() -> None:
    document = read_document("<p>Our <b>indus</b>try<i>-leading</i> kettle", "html")
    assert document.text == "Our industry-leading kettle"
    start, end = document.span(4, 20)
    assert document.original[start:end] == "indus</b>try<i>-leading"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a &amp; b", "a & b"),
        ("caf&eacute; &#20320;&#x597D;", "café 你好"),
        ("a &copy b &bogus; c & d", "a © b &bogus; c & d"),
        ("two   spaces\n and a line", "two spaces and a line"),
        ("续航领先\n行业", "续航领先行业"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("1 < 2 and <3 and a<", "1 < 2 and <3 and a<"),
        ("no&nbsp;break", "no\u00a0break"),
        ("<pre>one\ntwo</pre>", "one\ntwo"),
    ],
)
def test_text_is_what_a_browser_shows(text: str, seen: str) -> None:
    assert read_document(text, "html").text == seen


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a<b) best()</script>",
        "<SCRIPT type='x'>best</SCRIPT >",
        "<style>.best{}</style>",
        "<template><p>best</p></template>",
        "<!-- best -->",
        "<!DOCTYPE best>",
        "<?best ?>",
        "<textarea>best</textarea>",
        '<img alt="best">',
        '<a title="best > all" data-x=best></a>',
        "<svg><text>best</text><title>best</title></svg>",
        "<code>best</code>",
        "<pre><code>best</code></pre>",
    ],
)
def test_what_is_no_prose_is_left_out(hidden: str) -> None:
    seen = read_document(f"<p>Tea {hidden} time</p>", "html").text
    assert "best" not in seen
    assert seen.replace(OBJECT, "").split() == ["Tea", "time"]


def test_what_is_left_out_in_a_sentence_keeps_its_neighbours_apart() -> None:
    assert read_document("<p>the <code>x</code> best", "html").text == f"the {OBJECT} best"


def test_blocks_are_known_and_parted() -> None:
    text = (
        "<title>Kettle</title><h2>The <em>kettle</em></h2><p>One.<p>Two.<ul><li>first<li>second <p>more</ul>"
        "<table><tr><th>Weight<td>1.2 kg</table><blockquote><p>I like it.</p></blockquote>Tail"
    )
    assert page(text) == [
        ("heading", "Kettle"),
        ("heading", "The kettle"),
        ("paragraph", "One."),
        ("paragraph", "Two."),
        ("item", "first"),
        ("item", "second"),
        ("item", "more"),
        ("cell", "Weight"),
        ("cell", "1.2 kg"),
        ("quote", "I like it."),
        ("paragraph", "Tail"),
    ]
    assert [block.level for block in read_document(text, "html").blocks][:3] == [1, 2, 0]


def test_blocks_are_parted_by_a_blank_line() -> None:
    assert read_document("<div>One</div>\n\n  <div>two</div>", "html").text == "One\n\ntwo"


@pytest.mark.parametrize("text", ["<p>words <b", "<p>words <!-- never closed", "<p>words </a"])
def test_a_tag_that_never_ends_takes_the_rest_as_in_browsers(text: str) -> None:
    assert read_document(text, "html").text == "words"


def test_a_quotation_mark_that_is_never_closed_hides_nothing() -> None:
    assert read_document("<p>words <a href='x>more", "html").text == "words more"


def test_stray_and_unclosed_tags_do_no_harm() -> None:
    assert page("</div></p><p>One</b><section><code>x</section>two") == [
        ("paragraph", "One"),
        ("paragraph", OBJECT),
        ("paragraph", "two"),
    ]


def test_a_tag_of_letters_that_are_not_ascii_is_text() -> None:
    assert read_document("<中> words", "html").text == "<中> words"


def test_comments_are_kept_beside_the_text() -> None:
    document = read_document("<p>a<!-- yardstick: allow x -->b<script><!-- no --></script>", "html")
    (comment,) = document.comments
    assert comment.text == "yardstick: allow x"
    assert document.original[comment.start : comment.end] == "<!-- yardstick: allow x -->"
