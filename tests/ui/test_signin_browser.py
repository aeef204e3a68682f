"""Signing in with a real OpenID provider, in a real Chromium: each to a workspace of their own, and out again."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from itsdangerous import URLSafeTimedSerializer

from assistant.schema import LANGS, Lang
from assistant.ui.words import load_words
from tests.conftest import running_app
from tests.ui.browsing import LOCALES, PATIENCE_MS
from tests.ui.identity import PEOPLE, Provider, providing, secrets_toml

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
COOKIE = "_streamlit_user"
COOKIE_SECRET = "forty characters that only this test knows"
# The app as it is, with the workspace in view: no page shows it.
SHOWN = """
if __name__ == "__main__":
    from assistant.ui.people import who

    st.text(who().workspace, width="content")
"""

Visit = Callable[..., "Page"]


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with providing() as started:
        yield started


@pytest.fixture(scope="module")
def signing_url(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app with sign-in set up."""
    home = tmp_path_factory.mktemp("signing")
    shutil.copytree(ROOT / ".streamlit", home / ".streamlit")
    (home / ".streamlit" / "secrets.toml").write_text(secrets_toml(provider, COOKIE_SECRET), encoding="utf-8")
    script = home / "streamlit_app.py"
    script.write_text((ROOT / "streamlit_app.py").read_text(encoding="utf-8") + SHOWN, encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    with running_app(script, home, home, {"PYTHONPATH": path}) as url:
        yield url


@pytest.fixture
def visit(browser: Browser, provider: Provider, signing_url: str) -> Iterator[Visit]:
    """Opens the app as somebody who has never been there."""
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE_MS)
    contexts: list[BrowserContext] = []

    def visit_as(lang: Lang = "en", cookie: str | None = None, width: int = 1440) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, locale=LOCALES[lang])
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        if cookie is not None:
            context.add_cookies([{"name": COOKIE, "value": cookie, "url": signing_url}])
        page = context.new_page()
        page.goto(signing_url)
        return page

    yield visit_as
    provider.fault = ""
    for context in contexts:
        context.close()


def sign_in(page: Page, who: str) -> None:
    page.locator(".st-key-sign_in_default button").click()
    page.get_by_role("link", name=who).click()


def workspace(page: Page) -> str:
    shown = page.locator("[data-testid=stText]")
    shown.wait_for()
    return shown.inner_text()


@pytest.mark.parametrize("lang", LANGS)
def test_nobody_gets_past_the_sign_in_page_without_signing_in(visit: Visit, lang: Lang) -> None:
    from playwright.sync_api import expect

    page, words = visit(lang), load_words(lang)
    expect(page.get_by_role("heading", name=words("signin.heading"))).to_be_visible()
    expect(page.get_by_role("button", name=words("signin.button"), exact=True)).to_be_visible()
    expect(page.locator(".st-key-facts")).to_have_count(0)
    expect(page.locator("html")).to_have_attribute("lang", lang)


def test_two_people_sign_in_to_workspaces_of_their_own_and_find_them_again(visit: Visit) -> None:
    from playwright.sync_api import expect

    ada, bo, again = visit(), visit(), visit()
    sign_in(ada, PEOPLE["ada"])
    sign_in(bo, PEOPLE["bo"])
    sign_in(again, PEOPLE["ada"])
    # A name is text, whatever it looks like.
    expect(ada.locator(".st-key-ys-person")).to_contain_text("Signed in as Ada Wong")
    expect(bo.locator(".st-key-ys-person")).to_contain_text("Signed in as <b>Bo</b> *Lee*")
    assert workspace(ada) == workspace(again) != workspace(bo)
    assert {workspace(page)[:7] for page in (ada, bo)} == {"person-"}
    # A second page of the same browser is the same person's, without signing in again.
    second = ada.context.new_page()
    second.goto(ada.url)
    assert workspace(second) == workspace(ada)


def test_signing_out_ends_it_here_and_at_the_provider(visit: Visit, provider: Provider) -> None:
    from playwright.sync_api import expect

    page = visit()
    sign_in(page, PEOPLE["ada"])
    provider.asked.clear()
    page.locator(".st-key-sign_out button").click()
    expect(page.locator(".st-key-sign_in_default")).to_be_visible()
    assert "/end" in provider.asked
    assert [cookie["name"] for cookie in page.context.cookies() if cookie["name"].startswith(COOKIE)] == []
    page.reload()
    expect(page.locator(".st-key-sign_in_default")).to_be_visible()
    expect(page.locator("[data-testid=stText]")).to_have_count(0)
    # Nothing failed: whoever signs out is not told that nobody was signed in.
    expect(page.locator(".ys-alert")).to_have_count(0)


def test_a_forged_cookie_is_nobody_s(visit: Visit, provider: Provider, signing_url: str) -> None:
    from playwright.sync_api import expect

    claims = {"iss": provider.url, "sub": "ada", "name": "Ada", "origin": signing_url, "is_logged_in": True}
    payload = json.dumps({**claims, "provider": "default"})
    forged = URLSafeTimedSerializer("a guess at the secret", salt=COOKIE).dumps(payload)
    page = visit(cookie=forged)
    expect(page.locator(".st-key-sign_in_default")).to_be_visible()
    expect(page.locator("[data-testid=stText]")).to_have_count(0)
    # The same words under the right secret are let in: it is the signature that was refused.
    known = URLSafeTimedSerializer(COOKIE_SECRET, salt=COOKIE).dumps(payload)
    assert workspace(visit(cookie=known)).startswith("person-")
    moved = json.dumps({**claims, "origin": "https://copy.example.org"})
    page = visit(cookie=URLSafeTimedSerializer(COOKIE_SECRET, salt=COOKIE).dumps(moved))
    expect(page.locator(".st-key-sign_in_default")).to_be_visible()


@pytest.mark.parametrize("fault", ["other key", "other nonce"])
def test_a_token_that_does_not_hold_signs_nobody_in(visit: Visit, provider: Provider, fault: str) -> None:
    from playwright.sync_api import expect

    page = visit()
    provider.fault = fault
    sign_in(page, PEOPLE["ada"])
    expect(page.locator(".ys-alert")).to_have_text(load_words("en")("signin.refused"))
    expect(page.locator(".st-key-sign_in_default")).to_be_visible()
    expect(page.locator("[data-testid=stText]")).to_have_count(0)
    provider.fault = ""
    sign_in(page, PEOPLE["ada"])
    assert workspace(page).startswith("person-")


@pytest.mark.parametrize("lang", LANGS)
def test_whoever_turns_back_at_the_provider_is_told_so(visit: Visit, lang: Lang) -> None:
    from playwright.sync_api import expect

    page = visit(lang)
    sign_in(page, "Nobody")
    expect(page.locator(".ys-alert")).to_have_text(load_words(lang)("signin.refused"))


def test_a_provider_that_is_down_is_one_line_on_the_page(visit: Visit, provider: Provider) -> None:
    from playwright.sync_api import expect

    page = visit("zh-Hant")
    provider.fault = "down"
    page.locator(".st-key-sign_in_default button").click()
    expect(page.locator(".ys-alert")).to_have_text(load_words("zh-Hant")("signin.unreachable"))
