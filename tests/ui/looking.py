"""What a page looks like to tools and to eyes: axe-core's findings, texts that stick out or are cut off."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Faults of Streamlit's own that cannot be mended from outside: rule, part of the target, why.
EXCUSED: tuple[tuple[str, str, str], ...] = ()

_RUN = """
(tags) => axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
"""

# Every text that is seen, line by line, and what it is cut off by or sticks out of.
_CUT = """
() => {
  const wide = document.documentElement.clientWidth, found = [];
  const main = document.querySelector('[data-testid="stMain"]');
  for (const [name, box] of [["document", document.documentElement], ["main", main]])
    if (box.scrollWidth > box.clientWidth + 1) found.push(`${name} scrolls sideways: ${box.scrollWidth} > ${box.clientWidth}`);
  const up = (node) => node.parentElement ?? node.getRootNode().host ?? null;
  function look(root) {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.shadowRoot) look(node.shadowRoot);
        continue;
      }
      const own = up(node);
      if (!node.nodeValue.trim() || !own || ["STYLE", "SCRIPT"].includes(own.tagName)) continue;
      if (!own.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        const why = cut(own, line);
        if (why) { found.push(`"${node.nodeValue.trim().slice(0, 60)}" ${why}`); break; }
      }
    }
  }
  function cut(own, line) {
    if (line.width < 1 || line.height < 1) return "";
    let scrolls = false;
    for (let box = own; box; box = up(box)) {
      const style = getComputedStyle(box), edge = box.getBoundingClientRect();
      // Said to screen readers alone.
      if (edge.width <= 1 && edge.height <= 1 && style.overflow === "hidden") return "";
      if (style.position === "fixed" && style.clipPath !== "none") return "";
      const sideways = style.overflowX, down = style.overflowY;
      // Whoever can scroll it can read it.
      if (["auto", "scroll"].includes(sideways) && box !== main && box.scrollWidth > box.clientWidth) return "";
      if (["hidden", "clip"].includes(sideways) && (line.left < edge.left - 2 || line.right > edge.right + 2))
        return `is cut off at its side by ${box.tagName} ${box.className}`;
      if (["auto", "scroll"].includes(down)) scrolls = true;
      if (!scrolls && ["hidden", "clip"].includes(down) && (line.top < edge.top - line.height / 3 || line.bottom > edge.bottom + line.height / 3))
        return `is cut off above or below by ${box.tagName} ${box.className}`;
    }
    if (line.left < -1 || line.right > wide + 1) return `sticks out: ${Math.round(line.left)} to ${Math.round(line.right)}`;
    return "";
  }
  look(document.body);
  return found;
}
"""


@cache
def _axe() -> str:
    # The package's own way in reads the file in the encoding of the machine.
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def find_violations(page: Page) -> list[str]:
    """What axe-core objects to, a line each: rule, element, what is wrong."""
    page.evaluate(_axe())
    result: dict[str, Any] = page.evaluate(_RUN, TAGS)
    # A run that has looked at nothing objects to nothing.
    assert len(result["passes"]) > 5
    return [
        f"{rule['id']}: {node['html'][:160]}: {' '.join(node['failureSummary'].split())[:400]}"
        for rule in result["violations"]
        for node in rule["nodes"]
        if not any(rule["id"] == excused and part in str(node["target"]) for excused, part, _ in EXCUSED)
    ]


def find_cut_off(page: Page) -> list[str]:
    """Texts that stick out of the page, or are cut off with no way to scroll to them; parts that scroll sideways."""
    found: list[str] = page.evaluate(_CUT)
    return found
