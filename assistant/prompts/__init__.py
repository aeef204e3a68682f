"""Prompt files: `prompts/<step>/<lang>.md`, read and checked, versioned by the hash of their content.

A file has a header, messages, and words:

    ---
    version: 1
    note: what changed last
    ---
    <!-- system -->
    What holds for every request; it comes first and has no variables, so that providers can cache it.
    <!-- user -->
    What differs: {{product}}, {{facts}} ...
    <!-- words -->
    stage.need: the sentence that the code puts in where the stage is "need"

Everything that a model reads in a language stands in such a file; the code only chooses and fills in.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import DataFileError, InputError

__all__ = ["Prompt", "find_folder", "load_prompt"]

ROLES = ("system", "user")

_PART = re.compile(r"^<!-- ([a-z]+) -->[ \t]*$", re.MULTILINE)
_VARIABLE = re.compile(r"\{\{([a-z][a-z0-9_]*)\}\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt of one step in one language.

    `text` is the whole file; `hash` the first 12 hex digits of its SHA-256, the version that a draft reports;
    `messages` are (role, text) in order, with `{{variables}}` still in place; `words` are the phrases that the code
    fills in, by their keys.
    """

    step: str
    lang: str
    version: str
    hash: str
    text: str = field(repr=False)
    messages: tuple[tuple[str, str], ...] = field(repr=False)
    words: Mapping[str, str] = field(repr=False)

    @property
    def variables(self) -> frozenset[str]:
        """Names of the variables in the messages. Empty where nothing is to be filled in."""
        return frozenset(name for _, text in self.messages for name in _VARIABLE.findall(text))


def find_folder() -> Path:
    """The folder of the prompt files: inside an installed package, else beside the package in a checkout.

    The packaged folder comes first: beside an installed package, a folder `prompts` would be somebody else's.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "prompt_files", package.parent / "prompts"):
        if folder.is_dir():
            return folder
    raise InputError("The prompt files are missing. Install the package again, or run from a complete checkout.")


def load_prompt(step: str, lang: str, folder: Path | None = None) -> Prompt:
    """The prompt of `step` ("write", "repair") in `lang` ("en", "zh-Hans", "zh-Hant").

    `folder` replaces the project's own prompts, for trying others. Raises `DataFileError`, with the file and the line,
    for a prompt that is missing or does not keep to the form.
    """
    root = folder or find_folder()
    path = root / step / f"{lang}.md"
    if not path.is_file():
        known = ", ".join(sorted(f"{p.parent.name}/{p.stem}" for p in root.glob("*/*.md"))) or "none"
        raise DataFileError(f"{step}/{lang}.md", "", "there is no such prompt", f"There are: {known}.")
    try:
        text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"{step}/{lang}.md", "", f"can't be read ({error.__class__.__name__})") from None
    return _parse(text, step, lang)


def _parse(text: str, step: str, lang: str) -> Prompt:
    name = f"{step}/{lang}.md"
    header, parts = _split(text, name)
    messages = tuple((role, body) for role, body in parts if role in ROLES)
    if not messages:
        raise DataFileError(name, "", "no message", "Begin one with a line <!-- system --> or <!-- user -->.")
    for role, body in messages:
        rest = _VARIABLE.sub("", body)
        if "{{" in rest or "}}" in rest:
            raise DataFileError(name, role, "a variable that is none", "Write it {{like_this}}, without blanks.")
    words = _pairs("\n".join(body for role, body in parts if role == "words"), name, "words")
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]
    return Prompt(step, lang, header["version"], digest, text, messages, words)


def _split(text: str, name: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The header's pairs, and (part, body) in the order of the file."""
    opening, _, rest = text.partition("\n---\n")
    if not text.startswith("---\n") or not rest:
        raise DataFileError(name, "", "no header", "Begin with ---, version: 1, ---, each on a line of its own.")
    header = _pairs(opening.removeprefix("---"), name, "header")
    if "version" not in header:
        raise DataFileError(name, "header", "no version", "Write version: 1.")
    pieces = _PART.split(rest)
    parts = [(pieces[i], pieces[i + 1].strip("\n")) for i in range(1, len(pieces), 2)]
    strange = [part for part, _ in parts if part not in (*ROLES, "words")]
    if strange or pieces[0].strip():
        place = strange[0] if strange else "header"
        raise DataFileError(name, place, "text outside the parts", "The parts are system, user and words.")
    return header, parts


def _pairs(text: str, name: str, place: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for line in text.splitlines():
        if not line.strip():
            continue
        key, colon, value = line.partition(":")
        key, value = key.strip(), value.strip()
        if not colon or not key or not value:
            raise DataFileError(name, place, f"not 'key: text': {line[:40]!r}")
        if key in pairs:
            raise DataFileError(name, place, f"{key!r} stands twice")
        pairs[key] = value
    return pairs
