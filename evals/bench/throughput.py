"""Characters a second of the scanners over product pages, in each language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.praise import find_praise
from assistant.quantities import find_quantities
from assistant.schema import Lang
from evals.bench.pace import Pace, measure_pace
from evals.bench.peers import Peer, ask_python_peer, ask_write_good

# Enough that what is compiled on first use weighs nothing.
CHARS = 4_000_000
# Ours reads all the pages, whatever it takes.
NO_LIMIT_S = 600.0


@dataclass(frozen=True, slots=True)
class Race:
    """One scanner's pace in one language, and the peers' over the same pages."""

    scanner: str
    lang: Lang
    ours: Pace
    peers: tuple[Peer, ...]
    texts: str = "product pages"


def race_quantities(lang: Lang, pages: Sequence[str]) -> Race:
    """`find_quantities` beside quantulum3 (English) and recognizers-text (English, Simplified Chinese)."""
    ours = measure_pace(lambda page: len(find_quantities(page, lang)), pages, NO_LIMIT_S)
    names = {"en": ("quantulum3", "recognizers-text"), "zh-Hans": ("recognizers-text",)}.get(lang, ())
    return Race("find_quantities", lang, ours, tuple(ask_python_peer(name, lang, pages) for name in names))


def race_praise(lang: Lang, pages: Sequence[str], texts: str = "product pages") -> Race:
    """`find_praise` beside proselint and write-good, which read English alone."""
    ours = measure_pace(lambda page: len(find_praise(page, lang)), pages, NO_LIMIT_S)
    peers = (ask_python_peer("proselint", lang, pages), ask_write_good(pages)) if lang == "en" else ()
    return Race("find_praise", lang, ours, peers, texts)
