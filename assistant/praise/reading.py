"""Reads rule and context files from YAML and refuses what it does not know, saying where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from assistant.errors import DataFileError
from assistant.praise.context import KEYS, PLACES
from assistant.praise.grammar import GrammarError, spell_out
from assistant.praise.needs import list_needs
from assistant.praise.rule import CHECKS, FAMILIES, Step
from assistant.praise.subject import SUBJECTS
from assistant.schema import MARKETS, Lang
from assistant.schema.data import load_yaml

_RULE_KEYS = frozenset(
    (
        "level", "message", "question", "needs", "suggestion", "law", "link", "tokens", "exceptions", "unless", "examples",
        "markets",
    )
)  # fmt: skip
_REQUIRED = ("level", "message", "question", "needs", "tokens", "examples")
_LEVELS = ("error", "warning", "suggestion", "information")
_MACRO = re.compile(r"(?<!\?P)<([a-z_]+)>")


def read_rules(lang: Lang, root: Path) -> dict[str, Any]:
    """Returns what the files of a language under `root` say, ready for `RuleBook`, as plain lists and maps.

    Raises DataFileError for an unknown key, family, check, macro, a rule id given twice, or a token off the grammar.
    """
    code = lang.lower()
    out: dict[str, Any] = {"rules": [], "entries": [], "innocent": []}
    seen: dict[str, str] = {}
    for path in sorted((root / "rules" / code).glob("*.yaml")):
        file = f"{code}/{path.name}"
        data = _parse(path)
        _known(file, "", data, ("family", "rules"))
        family = data.get("family")
        if family not in FAMILIES:
            raise DataFileError(file, "family", f"unknown family '{family}'", _nearest(str(family), FAMILIES))
        for rule_id, raw in (data.get("rules") or {}).items():
            if rule_id in seen:
                raise DataFileError(file, rule_id, f"this id is already used in {seen[rule_id]}", "Rename one of them.")
            seen[rule_id] = file
            _add_rule(out, lang, file, rule_id, family, raw)
    _add_context(out, lang, f"context/{code}.yaml", root / "context" / f"{code}.yaml")
    conditions = (condition for conditions in out["checks"].values() for condition in conditions)
    out["needs"] = list_needs((source for condition in conditions for source in _expressions(condition)), lang)
    return out


def _expressions(condition: Mapping[str, Any]) -> Iterator[str]:
    """The expressions of a condition that look at more than the words caught, exceptions included."""
    for place in PLACES:
        if place != "match":
            yield from condition.get(place, ())
    for one in condition.get("not", ()):
        yield from _expressions(one)


def _parse(path: Path) -> Any:
    import yaml

    try:
        return load_yaml(path.read_text(encoding="utf-8")) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        raise DataFileError(path.name, place, f"not YAML: {getattr(error, 'problem', error)}", "") from None


def _add_rule(out: dict[str, Any], lang: Lang, file: str, rule_id: str, family: str, raw: Mapping[str, Any]) -> None:
    if not isinstance(raw, dict):
        raise DataFileError(file, rule_id, "a rule is a map", "See the other rules of the file.")
    _known(file, rule_id, raw, _RULE_KEYS)
    for key in _REQUIRED:
        if not raw.get(key):
            raise DataFileError(file, f"{rule_id}.{key}", "missing", "Every rule has one.")
    for key, given, known in (
        ("level", (raw["level"],), _LEVELS),
        ("unless", raw.get("unless", ()), CHECKS),
        ("markets", raw.get("markets", ()), MARKETS),
    ):
        for word in given:
            if word not in known:
                raise DataFileError(file, f"{rule_id}.{key}", f"unknown {key} '{word}'", _nearest(str(word), known))
    index = len(out["rules"])
    for key, entries in (("tokens", out["entries"]), ("exceptions", out["innocent"])):
        for token in raw.get(key) or ():
            entries += _entries(file, f"{rule_id}.{key}", token, index, lang)
    examples = raw["examples"]
    _known(file, f"{rule_id}.examples", examples, ("flag", "allow"))
    out["rules"].append({
        "id": rule_id, "family": family, "file": file, "level": raw["level"],
        **{key: raw.get(key) or "" for key in ("message", "question", "needs", "suggestion", "law", "link")},
        **{key: list(raw.get(key) or ()) for key in ("tokens", "exceptions", "markets")},
        "unless": list(raw.get("unless", CHECKS)),
        "flag": list(examples.get("flag") or ()), "allow": list(examples.get("allow") or ()),
    })  # fmt: skip


def _entries(file: str, place: str, token: object, rule: int, lang: Lang) -> list[list[Any]]:
    anchors: dict[tuple[Step, ...], list[str]] = {}
    for anchor, steps in _spelled(file, place, token, lang):
        anchors.setdefault(steps, []).append(anchor)
    return [[literals, rule, steps] for steps, literals in anchors.items()]


def _add_context(out: dict[str, Any], lang: Lang, file: str, path: Path) -> None:
    data = _parse(path) if path.is_file() else {}
    _known(file, "", data, ("left", "right", "innocent", "nouns", "macros", "checks"))
    for key in ("left", "right"):
        out[key] = sorted({literal for token in data.get(key) or () for literal, _ in _spelled(file, key, token, lang)})
    for token in data.get("innocent") or ():
        out["innocent"] += _entries(file, "innocent", token, -1, lang)
    out["nouns"] = {kind: sorted(set(nouns)) for kind, nouns in (data.get("nouns") or {}).items()}
    macros: dict[str, str] = {}
    for name, source in (data.get("macros") or {}).items():
        macros[name] = _expanded(file, f"macros.{name}", source, macros)
    out["checks"] = {}
    for check, conditions in (data.get("checks") or {}).items():
        if check not in CHECKS:
            raise DataFileError(file, f"checks.{check}", "unknown check", _nearest(check, CHECKS))
        out["checks"][check] = [
            _condition(file, f"checks.{check}[{number}]", condition, macros)
            for number, condition in enumerate(conditions or ())
        ]


def _spelled(file: str, place: str, token: object, lang: Lang) -> list[tuple[str, tuple[Step, ...]]]:
    if not isinstance(token, str):
        raise DataFileError(file, place, f"'{token}' is not text", "Put it in quotation marks.")
    try:
        return spell_out(token, lang)
    except GrammarError as error:
        raise DataFileError(file, f"{place}: '{token}'", str(error), "") from None


def _condition(file: str, place: str, raw: Any, macros: Mapping[str, str]) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise DataFileError(file, place, "a condition is a map", f"Its keys are {', '.join(sorted(KEYS))}.")
    _known(file, place, raw, KEYS)
    out = dict(raw)
    for key in PLACES:
        if key in raw:
            sources = [raw[key]] if isinstance(raw[key], str) else raw[key]
            out[key] = [_expanded(file, f"{place}.{key}", source, macros) for source in sources]
    if "subject" in raw:
        out["subject"] = [raw["subject"]] if isinstance(raw["subject"], str) else raw["subject"]
        for word in out["subject"]:
            if word not in SUBJECTS:
                raise DataFileError(file, f"{place}.subject", f"unknown subject '{word}'", _nearest(word, SUBJECTS))
    if "not" in raw:
        unwanted = raw["not"] if isinstance(raw["not"], list) else [raw["not"]]
        out["not"] = [_condition(file, f"{place}.not", one, macros) for one in unwanted]
    return out


def _expanded(file: str, place: str, source: str, macros: Mapping[str, str]) -> str:
    def entry(found: re.Match[str]) -> str:
        if found[1] not in macros:
            raise DataFileError(file, place, f"unknown macro '<{found[1]}>'", _nearest(found[1], tuple(macros)))
        return f"(?:{macros[found[1]]})"

    full = _MACRO.sub(entry, source)
    try:
        re.compile(full)
    except re.error as error:
        raise DataFileError(file, place, f"not a regular expression: {error}", "") from None
    return full


def _known(file: str, place: str, data: Any, keys: Any) -> None:
    if not isinstance(data, dict):
        raise DataFileError(file, place, "expected a map", f"Its keys are {', '.join(sorted(keys))}.")
    for key in data:
        if key not in keys:
            where = f"{place}.{key}" if place else str(key)
            raise DataFileError(file, where, "unknown key", _nearest(str(key), tuple(keys)))


def _nearest(word: str, known: Any) -> str:
    near = get_close_matches(word, list(known), 1)
    return f"Did you mean '{near[0]}'?" if near else f"Known: {', '.join(sorted(known))}."
