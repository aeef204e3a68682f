"""A walk through a page with the Tab key alone: where it stops, in which order, and whether each stop can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

# What there is to stop at, in the order of the document; and how each and what is around it looks unfocused.
_SURVEY = """
async () => {
  // To the top: where the last focus was, the next Tab would go on.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const up = (node) => node.parentElement ?? node.getRootNode().host ?? null;
  const known = new Map(), listed = [];
  const main = document.querySelector('[data-testid="stMain"]');
  const look = (own) => {
    const around = [...(own.labels ?? [])];
    for (let box = own, far = 0; box && far < 5; box = up(box), far += 1) around.push(box);
    return around.map((box) => getComputedStyle(box)).map((style) => (style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth)));
  };
  const named = (own) => [own.tagName.toLowerCase(), own.getAttribute("role") ?? "",
    (own.getAttribute("aria-label") || own.innerText || own.labels?.[0]?.innerText || own.placeholder || "")
      .trim().split("\\n")[0].slice(0, 50)].filter(Boolean).join(" ");
  function survey(root) {
    for (const own of root.querySelectorAll("*")) {
      if (own.matches("a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]") && own.tabIndex >= 0
          && !own.disabled && own.type !== "hidden" && !own.closest("[inert]") && own.checkVisibility({ visibilityProperty: true })) {
        const box = own.getBoundingClientRect();
        if (box.width && box.height) {
          known.set(own, listed.length);
          listed.push({ name: named(own), top: box.top + main.scrollTop, left: box.left, right: box.right,
            bottom: box.bottom + main.scrollTop, look: look(own),
            frame: own === main,
            // Of a group of radio buttons the one that is chosen is reached; arrows lead to the others.
            group: own.getAttribute("role") === "radio" || own.type === "radio" });
        }
      }
      if (own.shadowRoot) survey(own.shadowRoot);
    }
  }
  survey(document);
  window.yardstickWalk = { known, look, named, up };
  return listed;
}
"""

_WHERE = """
() => {
  const { known, look, named, up } = window.yardstickWalk;
  let own = document.activeElement;
  while (own?.shadowRoot?.activeElement) own = own.shadowRoot.activeElement;
  if (!own || own === document.body) return null;
  const box = own.getBoundingClientRect();
  const inside = (node) => { for (let at = node; at; at = up(at)) if (at === own) return true; return false; };
  const around = (node) => node && (inside(node) || node.contains(own) || own.contains(node));
  const at = (x, y) => {
    let found = document.elementFromPoint(x, y);
    while (found?.shadowRoot) {
      const deeper = found.shadowRoot.elementFromPoint(x, y);
      if (!deeper || deeper === found) break;
      found = deeper;
    }
    return found;
  };
  const clamp = (value, most) => Math.min(Math.max(value, 1), most - 1);
  const points = [];
  for (const box of own.getClientRects())
    for (const share of [0.5, 0.15, 0.85])
      points.push([clamp(box.left + box.width * share, innerWidth), clamp(box.top + box.height / 2, innerHeight)]);
  const off = box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
  const scrolls = own.scrollHeight > own.clientHeight || own.scrollWidth > own.clientWidth;
  return { place: known.get(own) ?? -1, scrolls, name: named(own), look: look(own), off,
    covered: !off && !points.some(([x, y]) => around(at(x, y))) };
}
"""


@dataclass(frozen=True)
class Walk:
    """What there is to stop at, by name; the stops that were made, by place in it; and what is wrong with them."""

    there: tuple[str, ...]
    stops: tuple[int, ...]
    faults: tuple[str, ...]


def walk(page: Page) -> Walk:
    """Presses Tab from the top of the page until it leaves it."""
    there: list[dict[str, Any]] = page.evaluate(_SURVEY)
    stops: list[int] = []
    faults: list[str] = []
    for _ in range(2 * len(there) + 20):
        page.keyboard.press("Tab")
        found = page.evaluate(_WHERE)
        if found is None or (stops and found["place"] == stops[0]):
            break
        faults += _faults(found, there)
        stops.append(found["place"])
    else:
        faults.append(f"a trap: {len(stops)} stops at {len(there)} places, the last {there[stops[-1]]['name']}")
    faults += [
        f"not reached: {one['name']}" for place, one in enumerate(there) if place not in stops and not one["group"]
    ]
    known = [place for place in stops if place >= 0]
    for one, other in pairwise(known):
        if there[one]["frame"] or there[other]["frame"]:
            continue
        if one >= other or _above(there[other], there[one]):
            faults.append(f"out of order: {there[other]['name']} after {there[one]['name']}")
    return Walk(tuple(one["name"] for one in there), tuple(stops), tuple(faults))


def _faults(found: dict[str, Any], there: list[dict[str, Any]]) -> list[str]:
    name, place = found["name"], found["place"]
    faults = []
    before = there[place]["look"] if place >= 0 else [0] * len(found["look"])
    if place < 0 and not found["scrolls"]:
        faults.append(f"a stop that was not there before: {name}")
    if not any(ring >= 2 > was for ring, was in zip(found["look"], before, strict=False)):
        faults.append(f"focus is not seen: {name}")
    if found["off"]:
        faults.append(f"out of sight: {name}")
    if found["covered"]:
        faults.append(f"covered: {name}")
    return faults


def _above(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether one stands over the other, in the same column."""
    beside = one["left"] >= other["right"] or one["right"] <= other["left"]
    return not beside and bool(one["bottom"] <= other["top"])
