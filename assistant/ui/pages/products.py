"""Products."""

from __future__ import annotations

from assistant.ui.page import section
from assistant.ui.words import Words


def show_page(words: Words) -> None:
    """Draws it."""
    section(words("page.products"), first=True)
