"""Reads the rule and context files of a language.

Parsing YAML costs more than linting a page, so `compiled/<lang>.json` keeps what the files say, together with a
checksum of them. A checksum that differs (a rule was edited) means that the YAML is read instead: never stale, only
slower. Write it anew with `python -m assistant.praise`.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.praise.rule import Entry, Needs, Rule, RuleBook
from assistant.schema import Lang

HERE = Path(__file__).resolve().parent
_COMPILERS = ("grammar.py", "needs.py", "reading.py")


@lru_cache(maxsize=3)
def load_rules(lang: Lang) -> RuleBook:
    """Returns the rules of a language, by family and then as written. Raises DataFileError for a faulty file."""
    kept = HERE / "compiled" / f"{lang.lower()}.json"
    digest = _digest(lang)
    if kept.is_file():
        data = json.loads(kept.read_bytes())
        if data["digest"] == digest:
            return _book(lang, data)
    from assistant.praise.reading import read_rules

    return _book(lang, read_rules(lang, HERE))


def explain(rule_id: str, lang: Lang) -> Rule:
    """Returns a rule by its id. Raises InputError for an unknown one, with the nearest known."""
    book = load_rules(lang)
    rule = book.find(rule_id)
    if rule is None:
        from difflib import get_close_matches

        near = get_close_matches(rule_id, [known.id for known in book.rules], 1)
        raise InputError(f"no rule '{rule_id}' in {lang}." + (f" Did you mean '{near[0]}'?" if near else ""))
    return rule


def write_compiled(lang: Lang, folder: Path) -> Path:
    """Writes `<lang>.json` into `folder` from the YAML files; returns where."""
    from assistant.praise.reading import read_rules

    path = folder / f"{lang.lower()}.json"
    data = {"digest": _digest(lang), **read_rules(lang, HERE)}
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    return path


def source_files(lang: Lang, root: Path = HERE) -> list[Path]:
    """Returns the files that make up a language, rules first, by name."""
    code = lang.lower()
    return [*sorted((root / "rules" / code).glob("*.yaml")), root / "context" / f"{code}.yaml"]


def _digest(lang: Lang) -> int:
    """A checksum of the sources and of the code that spells them out."""
    total = 0
    for path in (*source_files(lang), *(HERE / name for name in _COMPILERS)):
        if path.is_file():
            total = zlib.crc32(path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n"), total)
    return total


def _book(lang: Lang, data: Mapping[str, Any]) -> RuleBook:
    return RuleBook(
        lang,
        tuple(_rule(raw) for raw in data["rules"]),
        tuple(_entry(raw) for raw in data["entries"]),
        tuple(_entry(raw) for raw in data["innocent"]),
        frozenset(data["left"]),
        frozenset(data["right"]),
        {check: tuple(conditions) for check, conditions in data["checks"].items()},
        _needs(data["needs"]),
        {kind: tuple(nouns) for kind, nouns in data.get("nouns", {}).items()},
    )


def _needs(raw: Mapping[str, Any]) -> Needs:
    return Needs(
        tuple(raw["literals"]),
        tuple(tuple(literals) for literals in raw["sets"]),
        {source: tuple(sets) for source, sets in raw["expressions"].items()},
        frozenset(raw["anchored"]),
    )


def _rule(raw: Mapping[str, Any]) -> Rule:
    lists = ("tokens", "exceptions", "flag", "allow", "markets")
    return Rule(**{**raw, **{key: tuple(raw[key]) for key in lists}, "unless": frozenset(raw["unless"])})


def _entry(raw: Any) -> Entry:
    anchors, rule, steps = raw
    return tuple(anchors), rule, tuple((low, high, tuple(words)) for low, high, words in steps)
