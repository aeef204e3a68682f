const kept = new WeakMap();

function find(selectors) {
  for (const selector of selectors) {
    for (const found of document.querySelectorAll(selector)) {
      const hidden = found.closest("details:not([open])");
      if (hidden && !hidden.querySelector("summary")?.contains(found)) hidden.open = true;
      if (found.getClientRects().length) return found;
    }
  }
  return null;
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
    state = { step: -1, target: null, frame: 0, brought: false };
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
    state.brought = false;
    part("title").focus({ preventScroll: true });
  }

  // The page may be drawn anew at any moment, and what is pointed at with it.
  const follow = () => {
    const target = find(state.data.at.split("\n"));
    if (target !== state.target) {
      state.target?.classList.remove("ys-explained");
      state.target = target;
    }
    if (target && state.data.explain) target.classList.add("ys-explained");
    else target?.classList.remove("ys-explained");
    if (target && !state.brought) {
      state.brought = true;
      target.scrollIntoView({ block: window.innerWidth < 640 ? "start" : "center", inline: "nearest" });
    }
    const box = target?.getBoundingClientRect();
    ring.hidden = !box;
    if (box) {
      const place = [box.top - 6, box.left - 6, box.width + 12, box.height + 12].map((one) => `${Math.round(one)}px`);
      [ring.style.top, ring.style.left, ring.style.width, ring.style.height] = place;
    }
    // Out of the way of what it points at.
    const below = box && box.right > window.innerWidth - 430 && box.bottom > window.innerHeight - panel.offsetHeight - 40;
    panel.classList.toggle("left", Boolean(below) && window.innerWidth >= 900);
    const room = document.querySelector('[data-testid="stMain"]');
    if (room) room.style.scrollPaddingBottom = `${panel.offsetHeight + 24}px`;
    state.frame = requestAnimationFrame(follow);
  };
  cancelAnimationFrame(state.frame);
  follow();

  return () => {
    cancelAnimationFrame(state.frame);
    state.target?.classList.remove("ys-explained");
    delete document.documentElement.dataset.ysTour;
    const room = document.querySelector('[data-testid="stMain"]');
    if (room) room.style.scrollPaddingBottom = "";
    kept.delete(parentElement);
  };
}
