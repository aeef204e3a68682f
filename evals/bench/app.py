"""The browser app: how long people wait for it, and what it takes to serve many of them.

first page     a server that has just begun to answer, a browser with an empty cache → the page can be used
first facts    the first facts typed on that server → they are shown with their marks
drawing anew   the script alone, after each key, with a draft on the desk (`app_drawing`, without a browser)
a key          pressed in the field of facts or of the draft → its marks; the pause that the field waits for included
saved          the last key → what was typed is in the store
long texts     pasted: the longest time that the browser's page did not answer, and until all is drawn
sessions       at once, each writing a draft: the server's memory, and whether one of them met with an error
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from assistant.store import open_store
from assistant.store.places import file_place
from assistant.ui.words import load_words
from evals.bench.app_running import PATIENCE_S, Running, browsing, open_page, running, settle
from evals.bench.peers import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

COLD_SERVERS = 5
KEYS = 10
SESSIONS = 20
ROWS = 10_000
# 200 pages.
CHARS = 600_000
FACTS = (
    "Speed well into its climb: 6000 m/s\nHeight: 43 m\nPayload to low orbit: 2,500 kg\nThe most advanced in the world"
)
# Where a text can be pasted: the page's name in the address, the key of the field. A page without it is passed over.
PLACES = (("", "facts"), ("check", "pasted"))

# From the key that is pressed to the first drawing that shows what is waited for.
_WATCH = """
([place, css, text]) => {
  const found = () => {
    const look = (root) => {
      for (const one of root.querySelectorAll(css)) if (one.textContent.includes(text)) return true;
      for (const one of root.querySelectorAll("*")) if (one.shadowRoot && look(one.shadowRoot)) return true;
      return false;
    };
    return look(document.querySelector(place) ?? document);
  };
  window.yardstickKey = null;
  window.yardstickShown = new Promise((done) => {
    document.addEventListener("keydown", (event) => { window.yardstickKey = event.timeStamp; }, true);
    const look = () => (found() ? done(performance.now() - window.yardstickKey) : requestAnimationFrame(look));
    look();
  });
}
"""
_LONGEST = """
() => {
  window.yardstickLongest = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) window.yardstickLongest = Math.max(window.yardstickLongest, one.duration);
  }).observe({ type: "longtask" });
}
"""
# Puts a text in as pasting does; the milliseconds until the last change of the page. It is the last if for so long nothing
# is drawn and nothing changes: longer than the field waits, and than any page has been seen to pause.
_QUIET_MS = 3000
_PASTE = f"""
(field, text) => {{
  const began = performance.now(), app = document.querySelector('[data-testid="stApp"]');
  let last = began;
  const changed = () => {{ last = performance.now(); }};
  const watch = new MutationObserver(changed);
  watch.observe(app, {{ subtree: true, childList: true, characterData: true, attributes: true }});
  field.value = text;
  field.dispatchEvent(new InputEvent("input", {{ inputType: "insertFromPaste" }}));
  return new Promise((done) => {{
    const look = () => {{
      if (app.dataset.testScriptState !== "notRunning") changed();
      if (performance.now() - last < {_QUIET_MS}) return setTimeout(look, 50);
      watch.disconnect();
      done(last - began);
    }};
    look();
  }});
}}
"""
# A page that does not answer for longer is felt to be frozen.
MOST_BLOCK_S = 1.0


@dataclass(frozen=True, slots=True)
class Pasted:
    """A long text in a field: seconds until all is drawn, and the longest time in between without an answer."""

    name: str
    settled_s: float
    longest_s: float


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many sessions at once: seconds until the last has its draft, the server's peak memory, sessions with an error."""

    sessions: int
    seconds: float
    peak_mb: float | None
    errors: int


@dataclass(frozen=True, slots=True)
class Served:
    """All of it, in seconds; medians, but for `slowest_page_s`."""

    start_s: float
    first_page_s: float
    slowest_page_s: float
    warm_page_s: float
    first_facts_s: float
    drawing_s: float
    key_s: float
    edit_s: float
    saved_s: float
    pasted: tuple[Pasted, ...]
    crowd: Crowd


# What is told of each, the most it may be, and what it is.
LIMITS: dict[str, tuple[Callable[[Served], float], float, str]] = {
    "first page, cold server": (lambda it: it.first_page_s, 1.5, "asked for when the server first answers → can be used"),
    "  the slowest of them": (lambda it: it.slowest_page_s, 3.0, "an empty cache in the browser each time"),
    "  the same, server warm": (lambda it: it.warm_page_s, 1.5, "the part of the browser and of the machine"),
    "first facts on it": (lambda it: it.first_facts_s, 2.0, "last key → facts with their marks"),
    "script drawn anew": (lambda it: it.drawing_s, 0.06, "after a key, a draft on the desk"),
    "key → marks in the facts": (lambda it: it.key_s, 2.0, "with four facts and a draft"),
    "key → check in the draft": (lambda it: it.edit_s, 2.0, "a claim that nothing proves is marked"),
    "key → saved": (lambda it: it.saved_s, 2.0, "in the store, on the disk"),
    "longest block, texts pasted": (
        lambda it: max((one.longest_s for one in it.pasted), default=0.0), MOST_BLOCK_S, "of the browser's own thread"
    ),
    "memory of 20 sessions": (lambda it: it.crowd.peak_mb or 0.0, 1000.0, "resident, at its peak"),
}  # fmt: skip


def holds(served: Served) -> bool:
    """Whether all of it is within its limits, and nobody met with an error."""
    within = all(measured(served) <= most for measured, most, _ in LIMITS.values())
    return within and not served.crowd.errors


def measure_app() -> Served:
    """Starts servers one after another. Raises `FileNotFoundError` without a browser, `RuntimeError` if one won't start."""
    with browsing() as browser:
        colds = [_cold(browser) for _ in range(COLD_SERVERS)]
        with running() as app:
            # By now all is read; what is left is the browser's part, and the machine's.
            open_page(browser, app.url).context.close()
            began = perf_counter()
            page = open_page(browser, app.url)
            warm = perf_counter() - began
            keys, saved = _type_facts(page, app)
            edits = _edit_draft(page)
            page.context.close()
            pasted = tuple(_paste_all(browser, app))
        with running() as app:
            crowd = _gather(browser, app)
    starts, pages, facts = zip(*colds, strict=True)
    return Served(
        start_s=median(starts),
        first_page_s=median(pages),
        slowest_page_s=max(pages),
        warm_page_s=warm,
        first_facts_s=median(facts),
        drawing_s=_drawing(),
        key_s=median(keys),
        edit_s=median(edits),
        saved_s=median(saved),
        pasted=pasted,
        crowd=crowd,
    )


def _cold(browser: Browser) -> tuple[float, float, float]:
    with running() as app:
        began = perf_counter()
        page = open_page(browser, app.url)
        opened = perf_counter() - began
        field = page.locator(".st-key-facts textarea")
        field.focus()
        facts = _until_shown(page, field, FACTS, ("body", ".ys-source", FACTS.splitlines()[-1]))
        page.context.close()
        return app.start_s, opened, facts


def _until_shown(page: Page, field: Locator, text: str, what: tuple[str, str, str]) -> float:
    """Seconds from the last key of a text, put in before the caret, to what it brings about."""
    page.evaluate(_WATCH, list(what))
    page.keyboard.insert_text(text[:-1])
    page.keyboard.press(text[-1])
    return float(page.evaluate("window.yardstickShown")) / 1000


def _type_facts(page: Page, app: Running) -> tuple[list[float], list[float]]:
    field = page.locator(".st-key-facts textarea")
    field.focus()
    standing = f"{FACTS}\nWeight: 1 kg"
    _until_shown(page, field, standing, ("body", ".ys-source", "1 kg"))
    shown, saved = [], []
    for number in range(KEYS):
        settle(page)
        said = f" and {number} cm"
        began = perf_counter()
        shown.append(_until_shown(page, field, said, ("body", ".ys-source", said.strip())))
        standing += said
        saved.append(_until_saved(app, standing, began))
    return shown, saved


def _until_saved(app: Running, text: str, began: float) -> float:
    with open_store(file_place(app.data / "yardstick.db")) as store:
        while perf_counter() - began < PATIENCE_S:
            rows = store.documents.list("product")
            found = store.documents.load("product", rows[0].id) if rows else None
            if found is not None and found.body.get("source") == text:
                return perf_counter() - began
            sleep(0.01)
    raise RuntimeError("what was typed was not saved")


def _edit_draft(page: Page) -> list[float]:
    """Claims that nothing proves, typed into the draft: from the last key to the mark that says so."""
    page.locator(".st-key-write button").click()
    page.locator(".ys-sheet").wait_for()
    edit = load_words("en")("drafts.view_edit")
    page.locator(".st-key-draft_view").get_by_text(edit, exact=True).click()
    field = page.locator(".st-key-draft_0_paragraph textarea")
    field.focus()
    found = []
    for number in range(71, 71 + KEYS):
        settle(page)
        field.press("Control+End")
        found.append(_until_shown(page, field, f" It beats {number}.", ("body", ".mark.error", str(number))))
    return found


def _paste_all(browser: Browser, app: Running) -> Iterator[Pasted]:
    rows = "\n".join(f"Model {row}\t{row % 900 + 100} g\t{row % 70 + 5} cm\tthe best" for row in range(ROWS))
    line = "The kettle boils a litre in 140 seconds and weighs 1.2 kg; it is the best there is. "
    texts = ((f"{ROWS:,} rows", f"Name\tWeight\tHeight\tClaim\n{rows}"), (f"{CHARS:,} characters", _lines(line)))
    for name, text in texts:
        for path, key in PLACES:
            page = open_page(browser, app.url)
            page.goto(f"{app.url}/{path}")
            page.locator("#ys-content").wait_for(state="attached")
            settle(page)
            field = page.locator(f".st-key-{key} textarea")
            if field.count():
                yield _paste(page, field, f"{name}, {path or 'write'}", text[:CHARS])
            page.context.close()


def _lines(line: str) -> str:
    return "\n".join(line * 4 for _ in range(CHARS // (4 * len(line) + 1)))


def _paste(page: Page, field: Locator, name: str, text: str) -> Pasted:
    page.evaluate(_LONGEST)
    settled_ms = float(field.evaluate(_PASTE, text))
    return Pasted(name, settled_ms / 1000, float(page.evaluate("window.yardstickLongest")) / 1000)


def _gather(browser: Browser, app: Running) -> Crowd:
    pages = [open_page(browser, app.url) for _ in range(SESSIONS)]
    began = perf_counter()
    # Nobody waits for anybody: each press is told to the server before the next page is looked at.
    for place, page in enumerate(pages):
        page.locator(f".st-key-example_{place % 3} button").click()
    for page in pages:
        page.locator(".ys-source").wait_for()
    for page in pages:
        page.locator(".st-key-write button").click()
    for page in pages:
        page.locator(".ys-sheet").wait_for()
    seconds = perf_counter() - began
    errors = sum(page.locator(".ys-bad, [data-testid=stException]").count() > 0 for page in pages)
    for page in pages:
        page.context.close()
    return Crowd(SESSIONS, seconds, app.peak_mb, errors)


def _drawing() -> float:
    command = [sys.executable, "-m", "evals.bench.app_drawing"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=PATIENCE_S, check=True)
    return float(json.loads(done.stdout.splitlines()[-1])["seconds"])
