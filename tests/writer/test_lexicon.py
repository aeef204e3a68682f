"""The words of the built-in writer: there for every topic, in every language, and with no number in them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.checks.claims import find_claims
from assistant.playbook import load_playbook
from assistant.praise import find_praise
from assistant.schema import LANGS, Lang
from assistant.writer.lexicon import load_lexicon

# Phrases that a language needs for its own grammar and places.
_OWN = {"at-that-speed", "that", "climb", "this", "first", "way-back", "ask-back"}


def _texts(lang: Lang) -> Iterator[str]:
    lexicon = load_lexicon(lang)
    for words in lexicon.topics.values():
        yield from (words.asks, *words.felt, *words.moments)
        yield from (said.format(value="") for said in words.says)
    for phrases in lexicon.phrases.values():
        yield from phrases


@pytest.mark.parametrize("lang", LANGS)
def test_every_topic_of_the_playbook_has_its_words(lang: Lang) -> None:
    assert set(load_lexicon(lang).topics) == set(load_playbook().topics)
    for name, topic in load_playbook().topics.items():
        words = load_lexicon(lang).topics[name]
        assert words.noun, name
        assert not topic.told or (words.asks and words.felt and words.moments), name


@pytest.mark.parametrize("lang", LANGS)
def test_no_phrase_brings_a_number_or_praise_of_its_own(lang: Lang) -> None:
    for text in _texts(lang):
        assert not find_claims(text, lang, None), text
        assert not [found for found in find_praise(text, lang) if found.level != "information"], text


def test_the_languages_have_the_same_phrases() -> None:
    assert len({frozenset(load_lexicon(lang).phrases) - _OWN for lang in LANGS}) == 1
