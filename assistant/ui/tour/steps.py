"""The stops of the tour, each at a part of the page that is there anyway."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One stop: the key of its words, what it points at (CSS, the first that is on the page), the view of the draft that
    it needs ("" for any), and whether the explanation of what it points at is opened.
    """

    name: str
    at: tuple[str, ...]
    view: str = ""
    explain: bool = False


_NUMBER = ".ys-source .ys-quantity"
_PRAISE = ".ys-source :is(.ys-error, .ys-warning, .ys-suggestion)"

STEPS = (
    Step("number", (_NUMBER, ".st-key-facts"), explain=True),
    Step("comparison", ('[class*="st-key-ys-card-"]:has(.ys-ladder) .ys-meta', ".st-key-ys-findings .ys-meta")),
    Step("ladder", (".ys-ladder",)),
    Step("praise", (_PRAISE, ".st-key-ys-findings .ys-chip"), explain=True),
    Step("draft", (".ys-sheet .ys-number", ".ys-sheet"), view="read", explain=True),
    Step("edit", (".st-key-ys-editing", ".st-key-draft_view"), view="edit"),
    Step("customers", (".st-key-ys-nav-personas",)),
    Step("check", (".st-key-ys-nav-check",)),
)
