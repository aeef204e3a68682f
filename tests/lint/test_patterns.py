"""Other people's expressions: the usual ones work as they did, and none can take long."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.lint.patterns import PatternError, compile_bounded


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        (r"very", "very", "very"),
        (r"\w+ly", "it is nicely made", "nicely"),
        (r"(?:e\.g\.|i\.e\.)(?=[\s,;])", "see e.g. this", "e.g."),
        (r"colou?rs?", "two colors", "colors"),
        (r"[A-Z]{2,}", "the NASA kettle", "NASA"),
        (r"[]a-c]+", "x]ab", "]ab"),
        (r"\d{4}-\d{2}", "2026-07", "2026-07"),
        (r"(?i)BEST", "the best", "best"),
        (r"(?<!not )best", "the best", "best"),
        (r"a{2}", "aaa", "aa"),
        (r"x{", "x{", "x{"),
    ],
)
def test_usual_expressions_find_what_they_found(source: str, text: str, found: str) -> None:
    match = compile_bounded(source).search(text)
    assert match is not None
    assert match[0] == found


@pytest.mark.parametrize(
    ("source", "part"),
    [
        (r"(a+)+b", "more than 3,000 ways"),
        (r"(?:a|a)*b", "more than 3,000 ways"),
        (r".*.*x", None),
        (r".*.*.*x", "more than 3,000 ways"),
        (r"(\w{0,90}){0,90}", "more than 3,000 ways"),
        (r"x{0,99999}", "more than 3,000 ways"),
        (r"(open", "leaves a bracket open"),
        (r"closed)", "closes a bracket that is not open"),
        (r"(?R)", "not supported"),
        (r"\p{L}+", "not a regular expression here"),
        (r"[[:alpha:]]", "not a regular expression here"),
        (r"[a", "not a regular expression here"),
        ("(" * 40 + ")" * 40, "too deeply"),
    ],
)
def test_an_expression_that_is_wrong_or_slow_is_refused_with_the_reason(source: str, part: str | None) -> None:
    if part is None:
        compile_bounded(source)
        return
    with pytest.raises(PatternError, match=re.escape(part)):
        compile_bounded(source)


@given(st.text(alphabet="ab()|*+?{}2,[]\\^.-$", max_size=14), st.text(alphabet="ab(", max_size=20))
def test_what_is_taken_agrees_with_the_engine_on_short_texts(source: str, text: str) -> None:
    try:
        bounded = compile_bounded(source)
    except PatternError:
        return
    plain = re.compile(source)
    one, other = bounded.search(text), plain.search(text)
    assert (one and one.span()) == (other and other.span())
