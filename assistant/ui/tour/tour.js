const kept = new WeakMap();

const EDGE = 2;

// The first of the selectors that is on the page, and which of them that was.
function find(selectors) {
  for (const [rank, selector] of selectors.entries()) {
    for (const found of document.querySelectorAll(selector)) {
      const hidden = found.closest("details:not([open])");
      if (hidden && !hidden.querySelector("summary")?.contains(found)) hidden.open = true;
      if (found.getClientRects().length) return [found, rank];
    }
  }
  return [null, selectors.length];
}

// In front of all else where the browser can; a plain fixed box in the others.
function raise(element) {
  if (element.showPopover && !element.matches(":popover-open")) element.showPopover();
}

export default function ({ data, parentElement, setTriggerValue }) {
  const part = (id) => parentElement.querySelector(`#${id}`);
  const panel = part("panel");
  const ring = part("ring");
  let state = kept.get(parentElement);
  if (!state) {
    state = { step: -1, target: null, frame: 0, rank: Infinity };
    kept.set(parentElement, state);
    document.documentElement.dataset.ysTour = "";
  }
  state.data = data;
  for (const id of ["place", "title", "text"]) part(id).textContent = data[id];
  for (const id of ["back", "next", "skip"]) {
    part(id).textContent = data[id];
    part(id).hidden = !data[id];
    part(id).onclick = () => setTriggerValue("go", id);
  }
  panel.lang = data.lang;
  raise(ring);
  raise(panel);
  panel.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    setTriggerValue("go", data.skip ? "skip" : "next");
  };
  if (state.step !== data.step) {
    state.step = data.step;
    state.rank = Infinity;
    part("title").focus({ preventScroll: true });
  }

  // The page may be drawn anew at any moment, and what is pointed at with it.
  const follow = () => {
    const room = document.querySelector('[data-testid="stMain"]');
    const foot = `${panel.offsetHeight + 20}px`;
    document.documentElement.style.setProperty("--ys-tour-foot", foot);
    if (room) [room.style.scrollPaddingTop, room.style.scrollPaddingBottom] = ["5rem", foot];
    const [target, rank] = find(state.data.at.split("\n"));
    if (target !== state.target) {
      state.target?.classList.remove("ys-explained");
      state.target = target;
    }
    if (target && state.data.explain) target.classList.add("ys-explained");
    else target?.classList.remove("ys-explained");
    // Once; and once more where the page was not yet drawn when the step began.
    if (target && rank < state.rank) {
      state.rank = rank;
      target.scrollIntoView({ block: window.innerWidth < 640 ? "start" : "center", inline: "nearest" });
    }
    const box = target?.getBoundingClientRect();
    ring.hidden = !box;
    if (box) {
      const left = Math.max(EDGE, box.left - 6);
      const right = Math.min(window.innerWidth - EDGE, box.right + 6);
      const place = [box.top - 6, left, right - left, box.height + 12].map((one) => `${Math.round(one)}px`);
      [ring.style.top, ring.style.left, ring.style.width, ring.style.height] = place;
    }
    // Out of the way of what it points at.
    const below = box && box.right > window.innerWidth - 430 && box.bottom > window.innerHeight - panel.offsetHeight - 40;
    panel.classList.toggle("left", Boolean(below) && window.innerWidth >= 900);
    state.frame = requestAnimationFrame(follow);
  };
  cancelAnimationFrame(state.frame);
  follow();

  return () => {
    cancelAnimationFrame(state.frame);
    state.target?.classList.remove("ys-explained");
    delete document.documentElement.dataset.ysTour;
    const room = document.querySelector('[data-testid="stMain"]');
    if (room) room.style.scrollPadding = "";
    document.documentElement.style.removeProperty("--ys-tour-foot");
    kept.delete(parentElement);
  };
}
