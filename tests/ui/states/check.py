"""What the page to check a copy on can look like."""

from __future__ import annotations

from assistant.ui.examples import load_examples
from tests.ui.states import Visit, state


@state("check")
def a_copy_with_findings(visit: Visit) -> None:
    field = visit.page.locator(".st-key-pasted textarea")
    field.fill(load_examples(visit.words.lang)[0].facts)
    field.press("Control+Enter")
    visit.page.locator("main .ys-warning, main .ys-error").first.wait_for()
