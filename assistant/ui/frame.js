// One for the whole document: what Streamlit draws later is put right as well.
let now = null;
let pending = false;
let observer = null;
// What an element said before, for the next change of language.
const before = new WeakMap();
// Where texts of Streamlit's own stand; all other texts are ours, or the reader's.
const PLACES = '[data-testid="stSkipToContent"], [data-testid^="stFileUploader"] :is(button, section > *), [role="listbox"]:not(:has([aria-posinset], [data-key]))';
// What stands before something that is ours.
const LEADS = ["Shortcut ", "Remove "];

function say(thing, read, write) {
  const own = before.get(thing)?.said === read() ? before.get(thing).own : read();
  const lead = LEADS.find((one) => own?.startsWith(one));
  const led = lead && `${now.said[lead]} ${own.slice(lead.length)}`;
  const said = Object.hasOwn(now.said, own) ? now.said[own] : led;
  if (said === undefined) return;
  before.set(thing, { own, said });
  if (read() !== said) write(said);
}

function putRight() {
  pending = false;
  for (const named of document.querySelectorAll("[aria-label]")) {
    // Ours, and what stands in the reader's own words.
    if (named.closest(".ys")) continue;
    say(named, () => named.getAttribute("aria-label"), (said) => named.setAttribute("aria-label", said));
  }
  for (const place of document.querySelectorAll(PLACES)) {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      say(node, () => node.nodeValue, (said) => { node.nodeValue = said; });
    }
  }
  const pages = document.querySelector(".st-key-ys-nav");
  if (!pages) return;
  if (pages.getAttribute("role") !== "navigation") pages.setAttribute("role", "navigation");
  if (pages.getAttribute("aria-label") !== now.pages) pages.setAttribute("aria-label", now.pages);
  for (const link of pages.querySelectorAll("a")) {
    const here = link.closest('[class*="st-key-ys-nav-"]').className.includes("-here");
    if (here !== (link.getAttribute("aria-current") === "page")) {
      if (here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }
}

function soon() {
  if (pending) return;
  pending = true;
  requestAnimationFrame(putRight);
}

// Streamlit's own link leads to an element that holds the header as well.
function skip(event) {
  if (!event.target.closest?.('[data-testid="stSkipToContent"]')) return;
  event.preventDefault();
  event.stopPropagation();
  document.getElementById("ys-content")?.focus();
}

export default function ({ data }) {
  now = { ...data, said: Object.fromEntries(data.said) };
  if (!observer) {
    observer = new MutationObserver(soon);
    observer.observe(document.body, {
      subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-label"],
    });
    document.addEventListener("click", skip, true);
  }
  putRight();
}
