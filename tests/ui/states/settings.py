"""What the settings can look like."""

from __future__ import annotations

from tests.chain.servers import Answer, completion
from tests.ui.states import Visit, state


@state("settings")
def a_line_that_is_no_pair(visit: Visit) -> None:
    visit.page.locator(".st-key-settings_terms textarea").fill("wifi")
    visit.page.locator(".st-key-settings_terms textarea").press("Control+Enter")
    visit.page.locator(".ys-bad").wait_for()


@state("settings")
def topics_chosen(visit: Visit) -> None:
    topics = visit.page.get_by_role("combobox", name=visit.words("settings.avoid"))
    topics.press("ArrowDown")
    topics.press("Enter")
    visit.page.locator(".st-key-settings_avoid [role=row], .st-key-settings_avoid [data-testid*=Tag]").first.wait_for()


@state("settings", with_model=True)
def a_server_answers(visit: Visit) -> None:
    visit.model.script.append(Answer(body=completion('{"sum": 5}')))
    visit.page.locator(".st-key-settings_try button").click()
    visit.page.locator(".ys-alert li").first.wait_for()
