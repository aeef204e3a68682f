"""A team's own praise rules: the format of the built-in ones, in a folder of the team's, proven by their examples.

    <folder>/<lang>/<family>.yaml      lang: en, zh-hans, zh-hant

What excuses a built-in rule excuses an own one too: context, names, modifiers and general exceptions are the built-in
language's. Each rule has examples that it must catch, with the words caught in [[…]], and near misses that it must not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.errors import DataFileError
from assistant.praise.context import Excuses
from assistant.praise.find import _diagnostic, _longest, _without_innocent, _without_mere_modifiers
from assistant.praise.grammar import fold
from assistant.praise.loading import _book, load_rules
from assistant.praise.matching import Matcher, opened
from assistant.praise.needs import list_needs
from assistant.praise.reading import _add_rule, _known, _nearest, _parse
from assistant.praise.rule import FAMILIES, Rule, RuleBook
from assistant.praise.scene import Surroundings
from assistant.praise.widening import Widening
from assistant.schema import Diagnostic, Lang, Market

_MARKED = re.compile(r"\[\[(.*?)\]\]")


def load_own_rules(folder: Path, lang: Lang) -> OwnRules | None:
    """The rules of `<folder>/<lang>/*.yaml`, or None if there are none.

    Raises DataFileError naming file, rule and field: for what the built-in rules would be refused for, an id that a
    built-in rule has, and an example that is not caught as marked or is caught though it should pass.
    """
    data: dict[str, Any] = {"rules": [], "entries": [], "innocent": []}
    built_in = load_rules(lang)
    taken = {rule.id: f"the built-in rules ({rule.file})" for rule in built_in.rules}
    for path in sorted((folder / lang.lower()).glob("*.y*ml")):
        file = f"{lang.lower()}/{path.name}"
        raw = _parse(path)
        if isinstance(raw, dict) and "extends" in raw:
            continue
        _known(file, "", raw, ("family", "rules"))
        family = raw.get("family")
        if family not in FAMILIES:
            raise DataFileError(file, "family", f"unknown family '{family}'", _nearest(str(family), FAMILIES))
        _known(file, "rules", raw.get("rules") or {}, tuple(raw.get("rules") or ()))
        for rule_id, rule in (raw.get("rules") or {}).items():
            if rule_id in taken:
                raise DataFileError(file, str(rule_id), f"this id is used in {taken[rule_id]}", "Give it another name.")
            taken[rule_id] = file
            _add_rule(data, lang, file, rule_id, family, rule)
    if not data["rules"]:
        return None
    empty: dict[str, Any] = {"left": [], "right": [], "checks": {}, "needs": list_needs((), lang)}
    read = _book(lang, {**data, **empty})
    book = RuleBook(
        lang, read.rules, read.entries,
        (*read.innocent, *(entry for entry in built_in.innocent if entry[1] == -1)),
        built_in.left, built_in.right, built_in.checks, built_in.needs, built_in.nouns,
    )  # fmt: skip
    own = OwnRules(book)
    for rule in book.rules:
        _check_examples(rule, own)
    return own


def _check_examples(rule: Rule, own: OwnRules) -> None:
    """Runs the examples of a rule. Raises DataFileError naming file, rule and field of the first that fails."""
    for key, examples, fewest in (("flag", rule.flag, 2), ("allow", rule.allow, 2)):
        if len(examples) < fewest:
            place = f"{rule.id}.examples.{key}"
            raise DataFileError(rule.file, place, f"{len(examples)} given", f"Give at least {fewest}.")
    market = rule.markets[0] if rule.markets else None
    for number, example in enumerate(rule.flag):
        place = f"{rule.id}.examples.flag[{number}]"
        wanted = _MARKED.findall(example)
        if not wanted:
            raise DataFileError(rule.file, place, "marks no words", "Put the words to be caught in [[…]].")
        text = _MARKED.sub(r"\1", example)
        caught = [text[one.start : one.end] for one in own.find(text, market=market) if one.rule == rule.id]
        if caught != wanted:
            raise DataFileError(rule.file, place, f"expected {_listed(wanted)} to be caught, found {_listed(caught)}")
    for number, example in enumerate(rule.allow):
        caught = [example[one.start : one.end] for one in own.find(example, market=market) if one.rule == rule.id]
        if caught:
            place = f"{rule.id}.examples.allow[{number}]"
            raise DataFileError(rule.file, place, f"caught {_listed(caught)}", "Add an exception or narrow the token.")


class OwnRules:
    """The own rules of one language, ready to find."""

    __slots__ = ("_catching", "_excuses", "_innocent", "_widening", "book")

    def __init__(self, book: RuleBook) -> None:
        self.book = book
        self._catching = Matcher(book.entries, book.lang)
        self._innocent = Matcher(book.innocent, book.lang)
        self._excuses = Excuses(book)
        self._widening = Widening(book)

    def find(self, text: str, *, names: Sequence[str] = (), market: Market | None = None) -> list[Diagnostic]:
        """What the rules find in a text, by start, as `find_praise` finds it with the built-in ones."""
        book = self.book
        folded = fold(text, book.lang)
        scanned = opened(folded, book.lang)
        hits = self._catching.find(folded, scanned)
        if not hits:
            return []
        hits = [hit for hit in hits if not (only := book.rules[hit[2]].markets) or market in only]
        hits = _longest(_without_innocent(hits, self._innocent.find_near(folded, scanned, hits)))
        found, floor, around = [], 0, Surroundings(text, book.lang)
        for start, end, rule in _without_mere_modifiers(book, folded, hits):
            low, high = self._widening.widened(folded, start, end, floor)
            if not self._excuses.find(rule, around, low, high, names):
                found.append(_diagnostic(book, rule, text, low, high))
                floor = high
        return found


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words) or "nothing"
