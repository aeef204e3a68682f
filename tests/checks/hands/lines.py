"""True drafts by several hands: lines that were written one by one, and what was said of each product set into frames.

Lines stand as they are. Each frame takes every product with two of its statements in turn, so that no two are alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from assistant.personas import load_personas
from assistant.plan import make_plan, read
from assistant.references import load_book
from assistant.references.book import group
from assistant.schema import Lang, Plan
from assistant.schema.brief import Brief, Persona
from assistant.schema.data import load_yaml
from tests.checks.plans import BATHTUB, BOLT, GIRAFFE, NIGHT, NOODLES, PIANO, ROOM, ROUTE, SHEET, book_of

FILES: dict[Lang, str] = {"en": "en.yaml", "zh-Hans": "hans.yaml", "zh-Hant": "hant.yaml"}
YARDSTICKS = book_of(BATHTUB, BOLT, GIRAFFE, NIGHT, NOODLES, PIANO, ROOM, ROUTE, SHEET)


class Line(NamedTuple):
    """A true draft about one product."""

    lang: Lang
    brief: Brief
    plan: Plan
    text: str
    persona: Persona | None = None


@cache
def _file(lang: Lang) -> dict[str, Any]:
    found: dict[str, Any] = load_yaml((Path(__file__).parent / FILES[lang]).read_text(encoding="utf-8"))
    return found


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _framed(frames: list[str], said: list[str], shift: int) -> Iterator[str]:
    for place, frame in enumerate(frames):
        for turn in (0, 1, 2):
            one, other = said[(place + shift + turn) % len(said)], said[(place + shift + 2 * turn + 1) % len(said)]
            if one != other and ("{t}" in frame.lower() or turn < 2):
                yield frame.format(s=one, t=other, S=_upper(one), T=_upper(other))


def find_lines(lang: Lang) -> Iterator[Line]:
    """All lines of a language, products in the order of the file."""
    entries = dict(_file(lang))
    frames = entries.pop("frames")
    for shift, entry in enumerate(entries.values()):
        brief = Brief(facts=tuple(entry["facts"]), product=entry["product"], category=entry["category"], lang=lang)
        plan = make_plan(read(brief, None, YARDSTICKS), brief, None)
        for text in dict.fromkeys((*entry["lines"], *_framed(frames, entry["said"], shift))):
            yield Line(lang, brief, plan, text)


def find_free_lines(lang: Lang) -> Iterator[Line]:
    """Drafts by people who had a brief and the comparisons on offer: these references, and nothing else."""
    path = Path(__file__).parent / f"free_{FILES[lang]}"
    shipped = load_book().by_id
    for entry in load_yaml(path.read_text(encoding="utf-8")):
        brief = Brief(facts=tuple(entry["facts"]), product=entry["product"], category=entry["category"], lang=lang)
        persona = load_personas()[entry["persona"]]
        book = group(shipped[one] for one in entry["references"] if one in shipped)
        plan = make_plan(read(brief, persona, book), brief, persona)
        for text in entry["lines"]:
            yield Line(lang, brief, plan, text, persona)
