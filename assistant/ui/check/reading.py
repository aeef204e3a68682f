"""The text under check as it was read: what was found in it, what of that was dismissed, what was looked at.

Read once for each text and remembered for the session: a book takes a second.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.checks.content import find_banned
from assistant.documents import Document, Kind, guess_kind, read_document
from assistant.lint import Linted, Settings, lint
from assistant.lint.fixes import Fix, find_fixes
from assistant.lint.page import Found
from assistant.praise import load_rules
from assistant.praise.sentences import Outline
from assistant.rewriting.sentences import find_sentences
from assistant.schema import Diagnostic, Lang, Level, Market
from assistant.schema.brief import Style
from assistant.schema.language import guess_lang
from assistant.schema.pasted import Pasted
from assistant.ui.check.dismissals import KeptDismissal, Key, find_dismissed, key_of
from assistant.ui.preferences import preferences

if TYPE_CHECKING:
    from assistant.schema.brief import Brief

LEVELS: tuple[Level, ...] = ("error", "warning", "suggestion", "information")
# Each number of a text is held against each fact: a book would take minutes.
HELD_CHARS = 20_000
# What the praise rules have said already, and what is of a place that a pasted text has not.
_ELSEWHERE = frozenset(("praise", "banned-word", "channel-limit", "field-empty", "wrong-language"))
_NO_STYLE = Style()


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of the text; `words` are those that a reader sees. Its id stays when the text around it changes."""

    id: str
    found: Found
    key: Key
    words: str

    @property
    def level(self) -> Level:
        """How much it counts."""
        return self.found.diagnostic.level


@dataclass(frozen=True, slots=True)
class Read:
    """A text with its findings, by place. `lang` and `kind` are those it was read in, `sentences` and `rules` how many
    were looked at; `facts` how many of a product it was held against, `held` whether it was not too long for that.
    `stamp` tells it from other texts.
    """

    document: Document
    linted: Linted
    kind: Kind
    lang: Lang
    market: Market | None
    names: tuple[str, ...]
    findings: tuple[Finding, ...]
    sentences: int
    rules: int
    shouts: tuple[Fix, ...]
    stamp: str
    facts: int = 0
    held: bool = True

    @property
    def text(self) -> str:
        """What a reader sees."""
        return self.document.text


@dataclass(frozen=True, slots=True)
class Sorted:
    """The findings that stand, and those that somebody dismissed."""

    standing: tuple[Finding, ...]
    dismissed: tuple[tuple[Finding, KeptDismissal], ...]


def guess_of(text: str) -> tuple[Kind, Lang]:
    """The kind and the language that a pasted text looks like."""
    known: tuple[str, Kind, Lang] | None = st.session_state.get("check_guess")
    if known is None or known[0] != text:
        kind = guess_kind("", text)
        lang = guess_lang(read_document(text, kind).text)
        known = (text, kind, lang)
        st.session_state["check_guess"] = known
    return known[1], known[2]


def read_pasted(pasted: Pasted, brief: Brief | None = None) -> Read:
    """The text with what was found in it; with a brief, also what its facts do not carry."""
    kept = preferences()
    asked = (pasted.text, pasted.kind, pasted.lang, pasted.market, brief, kept.style, kept.names)
    known: tuple[Any, Read] | None = st.session_state.get("check_read")
    if known is None or known[0] != asked:
        kind, lang = guess_of(pasted.text)
        read = read_text(
            pasted.text, pasted.kind or kind, pasted.lang or lang, pasted.market, brief, kept.names, kept.style
        )
        known = (asked, read)
        st.session_state["check_read"] = known
    return known[1]


def read_text(
    text: str,
    kind: Kind,
    lang: Lang,
    market: Market | None,
    brief: Brief | None = None,
    names: Sequence[str] = (),
    style: Style = _NO_STYLE,
) -> Read:
    """As `read_pasted`, without the memory. `names` are innocent wherever they stand; `style` has the house's banned words."""
    document = read_document(text, kind)
    own = (brief.product, *brief.names) if brief else ()
    names = tuple(dict.fromkeys(name for name in (*own, *names) if name))
    linted = lint(document, lang, Settings(names=names), market=market, information=True)
    banned = list(find_banned(document.text, style.banned, lang))
    if banned:
        linted = replace(linted, found=_in_order([*linted.found, *_placed(document, banned)]))
    held = len(document.text) <= HELD_CHARS
    if brief is not None and held:
        linted = replace(linted, found=_in_order([*linted.found, *_against(document, brief, lang, market)]))
    rules = sum(1 for rule in load_rules(lang).rules if not rule.markets or market in rule.markets)
    return Read(
        document,
        linted,
        kind,
        lang,
        market,
        names,
        tuple(_numbered(document.text, linted.found, lang)),
        sum(1 for _ in find_sentences(document, lang)),
        rules,
        tuple(find_fixes(replace(linted, found=()), names)),
        _hash(f"{kind} {lang} {market} {text}"),
        len(brief.facts) if brief else 0,
        held,
    )


def sort(read: Read, dismissals: Sequence[KeptDismissal]) -> Sorted:
    """The findings apart: what stands, and what was dismissed. Remembered with the text."""
    known: tuple[Read, Sequence[KeptDismissal], Sorted] | None = st.session_state.get("check_sorted")
    if known is None or known[0] is not read or known[1] is not dismissals:
        said = find_dismissed((one.key for one in read.findings), dismissals)
        standing = tuple(one for one in read.findings if one.key not in said)
        dismissed = tuple((one, said[one.key]) for one in read.findings if one.key in said)
        known = (read, dismissals, Sorted(standing, dismissed))
        st.session_state["check_sorted"] = known
    return known[2]


def linted_of(read: Read, findings: Iterable[Finding]) -> Linted:
    """The text as linted, with no other findings than these."""
    return replace(read.linted, found=tuple(one.found for one in findings))


def _numbered(text: str, found: Iterable[Found], lang: Lang) -> Iterable[Finding]:
    outline = Outline(text, lang)
    seen: Counter[Key] = Counter()
    for one in found:
        low, high = outline.sentence_around(*one.seen) if one.seen[0] < one.seen[1] else one.seen
        words = text[slice(*one.seen)]
        key = key_of(one.diagnostic.rule, words, text[low:high])
        seen[key] += 1
        yield Finding(f"{_hash(chr(10).join(key))}-{seen[key]}", one, key, words)


def _hash(text: str) -> str:
    return hashlib.blake2s(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _against(document: Document, brief: Brief, lang: Lang, market: Market | None) -> list[Found]:
    from assistant.draft import check

    brief = brief.model_copy(update={"lang": lang, "market": market or brief.market})
    found = check(document.text, brief).diagnostics
    return _placed(document, [one for one in found if one.rule not in _ELSEWHERE])


def _placed(document: Document, found: Iterable[Diagnostic]) -> list[Found]:
    """Findings of the visible text at their places in the original."""
    placed = []
    for one in found:
        low, high = document.span(one.start, one.end)
        placed.append(Found(replace(one, start=low, end=high, field=""), (one.start, one.end)))
    return placed


def _in_order(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(sorted(found, key=lambda one: (one.diagnostic.start, one.diagnostic.end, one.diagnostic.rule)))
