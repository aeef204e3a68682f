"""The rules that a team brings along: praise rules in the format of the built-in ones, and Vale rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.documents import Document
from assistant.errors import InputError
from assistant.schema import LANGS, Diagnostic, Lang, Market

if TYPE_CHECKING:
    from assistant.lint.vale import ValeRule
    from assistant.praise.own_rules import OwnRules
    from assistant.praise.rule import Rule


@dataclass(frozen=True, slots=True)
class TeamRules:
    """Own rules by language, and Vale rules with the languages they hold in; `left_out` says what was not taken."""

    own: tuple[OwnRules, ...]
    vale: tuple[tuple[ValeRule, tuple[Lang, ...]], ...]
    left_out: tuple[str, ...]

    def find(self, document: Document, lang: Lang, names: Sequence[str], market: Market | None) -> list[Diagnostic]:
        """What the rules find in the visible text of a document."""
        found = []
        for own in self.own:
            if own.book.lang == lang:
                found += own.find(document.text, names=names, market=market)
        for rule, langs in self.vale:
            if lang in langs:
                found += rule.find(document)
        return found

    def rules(self, lang: Lang) -> Iterator[Rule]:
        """The own praise rules of a language."""
        for own in self.own:
            if own.book.lang == lang:
                yield from own.book.rules

    def ids(self, lang: Lang) -> set[str]:
        """The ids of all rules that hold in a language."""
        return {rule.id for rule in self.rules(lang)} | {rule.id for rule, langs in self.vale if lang in langs}


@lru_cache(maxsize=32)
def load_team_rules(folders: tuple[Path, ...]) -> TeamRules | None:
    """The rules in folders, None without any folder.

    A folder holds `en/`, `zh-hans/` and `zh-hant/` with praise rules, and Vale rules anywhere; those in a language's
    folder hold for it alone. Raises InputError for a folder without rules, DataFileError for a faulty rule.
    """
    if not folders:
        return None
    from assistant.praise.own_rules import load_own_rules

    own: list[OwnRules] = []
    vale: list[tuple[ValeRule, tuple[Lang, ...]]] = []
    left_out: list[str] = []
    for folder in folders:
        if not folder.is_dir():
            raise InputError(f"{folder}: no such folder of rules. Check --rules and `rules` in yardstick.toml.")
        loaded = [own_rules for lang in LANGS if (own_rules := load_own_rules(folder, lang))]
        rules, notes = _vale(folder)
        if not loaded and not rules and not notes:
            raise InputError(f"{folder}: holds no rules. Put praise rules in {folder}/en/*.yaml, Vale rules anywhere.")
        own += loaded
        vale += rules
        left_out += notes
    return TeamRules(tuple(own), tuple(vale), tuple(left_out))


def _vale(folder: Path) -> tuple[list[tuple[ValeRule, tuple[Lang, ...]]], list[str]]:
    from assistant.lint.vale import load_vale_rule
    from assistant.praise.reading import _parse

    rules, left_out = [], []
    for path in sorted(folder.rglob("*.y*ml")):
        data = _parse(path)
        if not isinstance(data, dict) or "extends" not in data:
            continue
        file = path.relative_to(folder).as_posix()
        rule = load_vale_rule(path, file, data)
        if isinstance(rule, str):
            left_out.append(rule)
            continue
        left_out += rule.left_out
        langs: tuple[Lang, ...] = tuple(lang for lang in LANGS if lang.lower() == file.split("/")[0].lower()) or LANGS
        rules.append((rule, langs))
    return rules, left_out
