"""What the References page can look like."""

from __future__ import annotations

from assistant.references.check import read_references
from assistant.schema import Lang
from tests.references.test_import import OWN
from tests.ui.states import Visit, state

# Of a kind that no other test compares anything with: what is kept here stays in the app that the tests share.
TORQUE: dict[Lang, tuple[str, str]] = {
    "en": ("our old wrench", "9 N·m"),
    "zh-Hans": ("我们的旧扳手", "9牛·米"),
    "zh-Hant": ("我們的舊扳手", "9牛頓·公尺"),
}


def _yours(visit: Visit) -> None:
    visit.page.get_by_role("tab", name=visit.words("references.yours")).click()
    visit.page.locator(".st-key-own_name input").wait_for()


@state("references")
def a_search(visit: Visit) -> None:
    visit.page.locator(".st-key-references_query input").fill("iPhone")
    visit.page.locator(".st-key-ys-references summary").first.click()
    visit.page.locator(".st-key-ys-references details[open]").wait_for()


@state("references")
def nothing_found(visit: Visit) -> None:
    visit.page.locator(".st-key-references_query input").fill("zzzzzz")
    visit.page.locator(".st-key-ys-references .ys-care").wait_for()


@state("references")
def a_figure_on_the_axis(visit: Visit) -> None:
    figure = visit.words("references.figure_example")
    visit.page.locator(".st-key-references_figure input").fill(figure)
    visit.page.locator(".ys-yours").wait_for()
    visit.page.locator(".st-key-ys-references summary").nth(2).click()
    visit.page.locator(".st-key-ys-references details[open]").wait_for()


@state("references")
def two_fields_read(visit: Visit) -> None:
    _yours(visit)
    visit.page.locator(".st-key-own_more summary").click()
    visit.page.locator(".st-key-own_name input").fill(visit.words("references.name_example"))
    visit.page.locator(".st-key-own_size input").fill(visit.words("references.size_example"))
    visit.page.locator(".ys-preview").wait_for()


@state("references")
def every_field_of_ones_own(visit: Visit) -> None:
    name, figure = TORQUE[visit.words.lang]
    _yours(visit)
    visit.page.locator(".st-key-own_name input").fill(name)
    visit.page.locator(".st-key-own_size input").fill(figure)
    visit.page.locator(".ys-preview").wait_for()
    visit.page.locator(".st-key-own_give button").click()
    visit.page.locator(".st-key-own_edit_0 button").click()
    visit.page.locator(".st-key-own_keep button").wait_for()


@state("references")
def a_file_with_faults(visit: Visit) -> None:
    text = OWN + OWN.replace("our-last-model", "other").replace("gram", "gramm")
    assert read_references("ours.yaml", text.encode()).faults
    _yours(visit)
    visit.page.locator(".st-key-own_file input[type=file]").set_input_files(
        {"name": "ours.yaml", "mimeType": "application/yaml", "buffer": text.encode()}
    )
    visit.page.locator(".st-key-own_take_in button").wait_for()
