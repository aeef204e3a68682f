const BUTTONS = { z: "undo", Z: "redo", y: "redo", n: "new" };
const NAMED = { undo: "Control+Z Meta+Z", redo: "Control+Shift+Z Meta+Shift+Z Control+Y", new: "Alt+N" };
const TYPED = new Set(["text", "search", "url", "tel", "email", "password", "number", "date", "time"]);

// Fields may stand inside a component's own tree, which the event's path alone looks into.
function types(event) {
  const at = event.composedPath()[0];
  if (!(at instanceof HTMLElement)) return false;
  if (at.isContentEditable || at.tagName === "TEXTAREA" || at.tagName === "SELECT") return true;
  return at.tagName === "INPUT" && TYPED.has(at.type);
}

function pressed(event) {
  const control = event.ctrlKey !== event.metaKey;
  // On a Mac, Alt makes another sign of every letter: the key's place tells.
  if (event.altKey) return !event.ctrlKey && !event.metaKey && !event.shiftKey && event.code === "KeyN" ? "n" : "";
  const letter = event.key.length === 1 ? event.key.toLowerCase() : "";
  if (!control || !"zy".includes(letter)) return "";
  return event.shiftKey ? letter.toUpperCase() : letter;
}

export default function ({ data }) {
  // Again and again: the page makes its buttons anew.
  const name = () => {
    for (const [key, keys] of Object.entries(NAMED)) {
      const button = document.querySelector(`.st-key-${key} button`);
      if (!button || button.title === data[key]) continue;
      button.title = data[key];
      button.setAttribute("aria-keyshortcuts", keys);
    }
  };
  const heard = (event) => {
    if (event.defaultPrevented || event.isComposing || types(event)) return;
    const key = pressed(event);
    const button = key && document.querySelector(`.st-key-${BUTTONS[key]} button`);
    if (!button) return;
    event.preventDefault();
    if (!button.disabled) button.click();
  };
  name();
  for (const kind of ["focusin", "pointerover"]) document.addEventListener(kind, name);
  document.addEventListener("keydown", heard);
  return () => {
    for (const kind of ["focusin", "pointerover"]) document.removeEventListener(kind, name);
    document.removeEventListener("keydown", heard);
  };
}
