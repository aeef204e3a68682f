"""What stands on the first page beside the empty form: what this does, the tour, the products worked on last."""

from __future__ import annotations

from assistant.ui.markup import el
from assistant.ui.page import alert, show
from assistant.ui.products.go_on import show_go_on
from assistant.ui.products.place import find_place
from assistant.ui.tour.card import show_again, show_invitation
from assistant.ui.tour.desk import was_invited
from assistant.ui.words import Words


def show_first(words: Words) -> None:
    """Draws it."""
    steps = el("ol", *(el("li", words(f"start.step{number}")) for number in (1, 2, 3)), cls="ys-steps")
    show(el("div", el("h2", words("start.heading")), steps, cls="ys-empty"))
    if problem := find_place().problem:
        # A product of the list below that could not be opened.
        alert(problem, "bad")
    show_invitation(words)
    show_go_on(words)
    if was_invited():
        show_again(words)
