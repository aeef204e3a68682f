"""Whose quality a sentence speaks of; where unsure, the goods."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.praise import find_praise, load_rules
from assistant.praise.subject import SUBJECTS, Subjects

KNOWN = Subjects(load_rules("en").nouns)


def subject(marked: str) -> str:
    start, end = marked.index("["), marked.index("]") - 1
    return KNOWN.find(marked.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Planets look [brilliant] through it in winter.", "third"),
        ("Beavers build [remarkable] dams, some over 800 m long.", "third"),
        ("She was a [brilliant] engineer who never owned a car.", "third"),
        ("[The best] cyclists train in winter.", "third"),
        ("Critics called the film [outstanding], then forgot it.", "third"),
        ("Our competitors may make an [excellent] filter; we have not tested it.", "third"),
        ("How [the best] firms write error messages: five examples.", "third"),
        ("[The ultimate] question is who pays.", "third"),
        ("Remember [the splendour] of Venice in winter.", "third"),
        ("Your garden will look [brilliant] with a bit of lime.", "reader"),
        ("[The best] glue for cork is contact adhesive.", "kind"),
        ("[The perfect] cup starts with fresh water.", "kind"),
        ("The forklift with [the highest] mast goes to hall 3.", "kind"),
        ("[Perfect] is the enemy of done.", "word"),
        ("Some blogs call every phone a [flagship]; we do not.", "word"),
        ("Fits [most leading] brands of vacuum cleaner.", "beside"),
        ("Goes well with an [excellent] single malt.", "beside"),
        ("[Exceptional] transport needs a permit above 40 tonnes.", "term"),
        ("The [leading] vessel sets the speed of the convoy.", "term"),
        ("[World-class] manufacturing (WCM) is a method.", "term"),
    ],
)
def test_praise_of_something_else_is_told_from_praise_of_the_goods(marked: str, wanted: str) -> None:
    assert subject(marked) == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "The [superb] seam holds.",
        "[Outstanding] grip on wet rock.",
        "Our engineers are [brilliant].",
        "Our [brilliant] engineers did it.",
        "Lessons by [brilliant] musicians.",
        "Jackets that look [brilliant] in winter.",
        "The Nordlys looks [brilliant] in winter.",
        "It looks [brilliant] on planets.",
        "Your order will be [perfect].",
        "Bow strings [trusted by] archers everywhere.",
        "[The best] glue for cork is our Pinta.",
        "[The best] glue for cork is here.",
        "[The ultimate] shave starts with a Bramwell razor.",
        "[Excellence] is the heart of the firm.",
        "[Superior] comfort sets the standard.",
        "[The leading] app for gardeners needs a phone.",
        "The [leading] maker of seals signs every box.",
        "Vanta is [the leading] audit tool.",
        "[The hassle-free] way to pay staff.",
        "Astronomers love the [stunning] Lumen telescope.",
        "[The best] players in town.",
        "Licensed since 2011, and [the most trusted name in bridging] loans.",
        "Our rivals hire [brilliant] musicians, and so do we.",
    ],
)
def test_where_unsure_the_goods_are_meant(marked: str) -> None:
    assert subject(marked) == ""


def test_without_nouns_nothing_is_told() -> None:
    assert Subjects({}).find("Planets look brilliant.", 13, 22) == ""


@pytest.mark.parametrize(
    ("word", "kind"),
    [("planet", "nature"), ("planets", "nature"), ("wolves", "nature"), ("salesman", ""), ("races", "event")],
)
def test_a_noun_is_known_in_singular_and_plural(word: str, kind: str) -> None:
    assert KNOWN.kind(word) == kind


WORDS = st.sampled_from(
    [
        "the",
        "best",
        "planets",
        "look",
        "is",
        "are",
        "to",
        "with",
        "leading",
        ",",
        "of",
        "for",
        "(",
        "—",
        "your",
        "“",
        "needs",
    ]
)


@given(st.lists(WORDS, max_size=12), st.integers(0, 12), st.integers(1, 3))
@settings(max_examples=200, deadline=None)
def test_any_clause_gets_an_answer(words: list[str], place: int, length: int) -> None:
    before, hit = " ".join(words[:place]), " ".join(words[place : place + length]) or "best"
    text = f"{before} {hit} {' '.join(words[place + length :])}"
    assert KNOWN.find(text, len(before) + 1, len(before) + 1 + len(hit)) in ("", *SUBJECTS)


def test_the_subject_decides_a_finding() -> None:
    assert find_praise("Kyoto is stunning in November.", "en") == ()
    assert [one.rule for one in find_praise("The Aria is stunning in November.", "en")] == ["empty-quality"]
