"""What excuses a word, and what does not though it looks like it."""

from __future__ import annotations

import pytest

from assistant.praise import find_praise


def caught(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_praise(text, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "A table is booked at the Grand Hotel Excellence for two.",
        "We do not claim to be the finest bakery in Hull.",
        "There is nothing revolutionary about a spoon.",
        "“A superb tent,” wrote Ida Berg of Oslo in her review.",
        "“An outstanding family car” – Motor Weekly, 12 May 2023.",
        "For the finest crumb, rest the dough overnight.",
        "Our largest tank yet holds 60 l, up from 48 l.",
        "Voted best museum shop by the readers of Kunstblatt in 2024.",
        "Is this the best way to sharpen a saw?",
        "Avoid words such as “unrivalled”.",
        "Your best ideas deserve paper that lasts.",
        "Etna is the highest volcano in Europe.",
        "Write to best.price@example.com or see https://example.com/the-best-kettle for details.",
    ],
)
def test_context_excuses(text: str) -> None:
    assert caught(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We build the finest stoves,” says our founder, Lars Holm.", ["the finest"]),
        ("“Simply superb!”", ["Simply superb"]),
        ("Studies show that it is unrivalled.", ["unrivalled"]),
        ("An industry-leading 24 colours.", ["industry-leading"]),
        ("Not only cheap but outstanding.", ["outstanding"]),
        ("You won't find a more elegant lamp.", ["elegant"]),
        ("Named best inn by the Good Pub Guide 2024, with legendary pies.", ["legendary"]),
        ("Discover superb cheeses.", ["superb"]),
        ("Your most trusted partner for tiles.", ["most trusted"]),
    ],
)
def test_what_only_looks_like_an_excuse_is_none(text: str, words: list[str]) -> None:
    assert [word for word in words if not any(word in one for one in caught(text))] == []


def test_a_name_given_with_the_call_is_innocent() -> None:
    assert find_praise("The superb 3 weighs 2 kg.", "en", names=["Superb 3"]) == ()
    assert caught("The superb 3 weighs 2 kg.") == ["superb"]


def test_a_supported_claim_does_not_cover_its_neighbour() -> None:
    text = "Rated first by SoundCheck Monthly in May 2024, and unbeatable on long flights."
    assert caught(text) == ["unbeatable"]
