"""Vale rules of kind `existence` and `substitution`, as they are; https://vale.sh/docs/checks tells what their keys mean.

Words are looked up in one automaton. Tokens that are regular expressions are taken if `patterns` can bound them; the others
are left out, and `ValeRule.left_out` says which and why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from assistant.documents import Document
from assistant.errors import DataFileError
from assistant.lint.patterns import PatternError, compile_bounded
from assistant.schema import Diagnostic, Level

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_LEVELS: dict[str, Level] = {"suggestion": "suggestion", "warning": "warning", "error": "error"}
_SHARED = ("extends", "message", "level", "link", "scope", "ignorecase", "nonword", "exceptions", "append", "vocab",
           "description", "action", "limit", "code")  # fmt: skip
_KEYS = {
    "existence": (*_SHARED, "tokens", "raw"),
    "substitution": (*_SHARED, "swap", "pos", "capitalize"),
}
_SCOPES = {
    "heading": ("heading",), "list": ("item",), "table": ("cell",), "blockquote": ("quote",), "paragraph": ("paragraph",),
}  # fmt: skip
_EVERYWHERE = ("text", "sentence", "summary")
_LITERAL = re.compile(r"[^\\^$.|?*+()\[\]{}]+")
_FLAGS = re.compile(r"\A\(\?([ims]{1,3})\)(.*)\Z", re.DOTALL)  # holds for its own entry only
_PLACE = re.compile(r"%(?:\[(\d)\])?[sqv]|%%")


@dataclass(frozen=True, slots=True)
class ValeRule:
    """One Vale rule: what it looks for, and what to say. `left_out` are tokens that were not taken, with the reason."""

    id: str
    level: Level
    message: str
    link: str
    blocks: tuple[str, ...]
    exceptions: re.Pattern[str] | None
    words: Mapping[str, str]  # literal → replacement ("" for existence)
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    ignore_case: bool
    bounded: bool  # stands between word boundaries
    left_out: tuple[str, ...] = field(default=())

    def find(self, document: Document) -> list[Diagnostic]:
        """What the rule finds in the visible text, by start; of overlaps the first and longest."""
        text = document.text
        found: list[Diagnostic] = []
        last = 0
        for start, end, better in sorted(self._matches(text), key=lambda one: (one[0], -one[1])):
            block = document.block_at(start)
            if start < last or start == end or (self.blocks and (block is None or block.kind not in self.blocks)):
                continue
            words = text[start:end]
            choices = better.split("|")
            if words in choices or (self.exceptions and self.exceptions.search(words.strip())):
                continue
            better = " or ".join(choices)
            message = _filled(self.message, [better, words] if better else [words])
            found.append(Diagnostic(self.id, self.level, start, end, message, suggestion=better))
            last = end
        return found

    def _matches(self, text: str) -> Iterator[tuple[int, int, str]]:
        if self.words:
            yield from self._literal(text)
        for pattern, better in self.patterns:
            for match in pattern.finditer(text):
                yield match.start(), match.end(), match.expand(better) if "\\" in better else better

    def _literal(self, text: str) -> Iterator[tuple[int, int, str]]:
        words = tuple(self.words)
        scanned = _small(text) if self.ignore_case else text
        automaton = _automaton(tuple(map(_small, words)) if self.ignore_case else words)
        for number, start, end in automaton.find_matches_as_indexes(scanned, overlapping=True):
            if not self.bounded or (_edge(text, start) and _edge(text, end)):
                yield start, end, self.words[words[number]]


@lru_cache(maxsize=512)
def _automaton(words: tuple[str, ...]) -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick(words)


def load_vale_rule(path: Path, file: str, data: Mapping[str, Any]) -> ValeRule | str:
    """A Vale rule from what its file says; a text with the reason if it is of a kind that is not supported.

    Raises DataFileError naming file and field for a key that Vale does not know or a value of the wrong form.
    """
    kind = data.get("extends")
    if kind not in _KEYS:
        return f"{file}: rules that extend '{kind}' are not supported"
    for key in data:
        if key not in _KEYS[kind]:
            near = get_close_matches(str(key), _KEYS[kind], 1)
            advice = f"Did you mean '{near[0]}'?" if near else f"Known: {', '.join(_KEYS[kind])}."
            raise DataFileError(file, str(key), "unknown key", advice)
    message, level = data.get("message"), data.get("level", "suggestion")
    if not isinstance(message, str) or not message:
        raise DataFileError(file, "message", "missing", "Every rule says something.")
    if level not in _LEVELS:
        raise DataFileError(file, "level", f"unknown level '{level}'", f"Known: {', '.join(_LEVELS)}.")
    blocks = _blocks(data.get("scope", "text"))
    if blocks is None:
        return f"{file}: the scope '{data.get('scope')}' is not supported"
    flags = re.IGNORECASE if data.get("ignorecase") else 0
    pairs = _swaps(file, data.get("swap")) if kind == "substitution" else _tokens(file, data)
    bounded = not data.get("nonword")
    words, patterns, left_out = _sorted(file, pairs, flags, bounded=bounded)
    return ValeRule(
        f"{path.parent.name}.{path.stem}", _LEVELS[cast(str, level)], message, str(data.get("link") or ""), blocks,
        _exceptions(file, data.get("exceptions") or [], flags), words, patterns, bool(flags), bounded, tuple(left_out),
    )  # fmt: skip


def _blocks(scope: object) -> tuple[str, ...] | None:
    """The kinds of block a scope means, () for all, None for one that reads what is left out here."""
    kinds: list[str] = []
    for one in scope if isinstance(scope, list) else [scope]:
        head = str(one).split(".")[0]
        if head in _EVERYWHERE:
            return ()
        if head not in _SCOPES or "&" in str(one) or str(one).startswith("~"):
            return None
        kinds += _SCOPES[head]
    return tuple(kinds)


def _tokens(file: str, data: Mapping[str, Any]) -> list[tuple[str, str]]:
    tokens, raw = data.get("tokens") or [], data.get("raw") or []
    for key, value in (("tokens", tokens), ("raw", raw)):
        if not isinstance(value, list):
            raise DataFileError(file, key, "expected a list", "Write one entry a line, each after a dash.")
    if not tokens and not raw:
        raise DataFileError(file, "tokens", "missing", "A rule looks for something.")
    return [*((str(token), "") for token in tokens), *([("".join(map(str, raw)), "")] if raw else [])]


def _swaps(file: str, swap: object) -> list[tuple[str, str]]:
    maps = [one for one in (swap if isinstance(swap, list) else [swap]) if isinstance(one, dict)]
    if not maps:
        raise DataFileError(file, "swap", "expected a map", "Write each as wrong: right.")
    return [(str(wrong), str(right)) for one in maps for wrong, right in one.items()]


def _sorted(
    file: str, pairs: Iterable[tuple[str, str]], flags: int, *, bounded: bool
) -> tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...], list[str]]:
    """Parts words from expressions; expressions that cannot be bounded are named."""
    words: dict[str, str] = {}
    patterns = []
    left_out = []
    for wrong, right in pairs:
        if _LITERAL.fullmatch(wrong):
            words.setdefault(wrong, right)
            continue
        wrong = _FLAGS.sub(r"(?\1:\2)", wrong)
        try:
            pattern = compile_bounded(rf"\b(?:{wrong})\b" if bounded else wrong, flags | re.MULTILINE)
        except PatternError as error:
            left_out.append(f"{file}: left out: {error}")
            continue
        patterns.append((pattern, re.sub(r"\$\{?(\d)\}?", r"\\g<\1>", right.replace("\\", r"\\"))))
    return words, tuple(patterns), left_out


def _exceptions(file: str, words: object, flags: int) -> re.Pattern[str] | None:
    if not isinstance(words, list):
        raise DataFileError(file, "exceptions", "expected a list", "Write one entry a line, each after a dash.")
    try:
        return compile_bounded("|".join(rf"\b(?:{word})\b" for word in words), flags) if words else None
    except PatternError as error:
        raise DataFileError(file, "exceptions", str(error)) from None


def _filled(message: str, words: Sequence[str]) -> str:
    """The message with its places filled in order; "%[2]s" names one by number."""
    rest = iter(words)

    def fill(place: re.Match[str]) -> str:
        if place[0] == "%%":
            return "%"
        if place[1]:
            number = int(place[1])
            return words[number - 1] if 0 < number <= len(words) else ""
        return next(rest, "")

    return _PLACE.sub(fill, message)


def _small(text: str) -> str:
    low = text.lower()
    return low if len(low) == len(text) else "".join(one if len(one := char.lower()) == 1 else char for char in text)


def _edge(text: str, at: int) -> bool:
    """Whether a word boundary stands here: letters, digits and "_" on one side only."""
    before = at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_")
    after = at < len(text) and (text[at].isalnum() or text[at] == "_")
    return before != after
