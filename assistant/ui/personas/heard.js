const all = new WeakMap();

function make(tag, cls, words, lang) {
  const made = document.createElement(tag);
  if (cls) made.className = cls;
  if (words) made.textContent = words;
  if (lang) made.lang = lang;
  return made;
}

// Scrolls the words into view inside their own frame: the page stays where it is.
function reveal(frame, place) {
  const top = place.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  if (top < 8 || top > frame.clientHeight - 40) frame.scrollTop += top - frame.clientHeight / 3;
}

function build(root, data, state, tell) {
  const list = make("div", "proposals");
  const frame = make("div", "source");
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", data.words.source);
  frame.append(make("h3", "", data.words.source));
  const places = new Map();

  for (const line of data.lines) {
    const row = make("p", line.skipped ? "line skipped" : "line");
    row.id = `line-${line.number}`;
    row.append(make("span", "number", line.head));
    const said = make("span", "said", "", line.lang);
    for (const [words, ids] of line.pieces) {
      if (!ids.length) {
        said.append(words);
        continue;
      }
      const piece = make("span", "place", words);
      for (const id of ids) places.set(id, [...(places.get(id) ?? []), piece]);
      piece.onclick = () => list.querySelector(`[data-id="${ids[ids.length - 1]}"] input`)?.focus();
      said.append(piece);
    }
    row.append(said);
    if (line.skipped) row.append(make("span", "why", line.skipped));
    frame.append(row);
  }
  if (data.words.cut) frame.append(make("p", "why", data.words.cut));

  const point = (id, to) => {
    root.querySelectorAll(".on").forEach((one) => one.classList.remove("on"));
    const found = places.get(id) ?? [];
    found.forEach((one) => one.classList.add("on"));
    list.querySelector(`[data-id="${id}"]`)?.classList.add("on");
    if (found.length) reveal(frame, found[to ?? 0] ?? found[0]);
  };

  for (const group of data.groups) {
    const set = make("fieldset");
    set.append(make("legend", "", group.title));
    if (group.note) set.append(make("p", "note", group.note));
    const boxes = [];
    for (const item of group.items) {
      const row = make("div", "item");
      row.dataset.id = item.id;
      const label = make("label");
      const box = make("input");
      box.type = "checkbox";
      box.checked = state.chosen.has(item.key);
      box.onchange = () => {
        box.checked ? state.chosen.add(item.key) : state.chosen.delete(item.key);
        tell();
      };
      boxes.push([box, item]);
      label.append(box, make("span", "text", item.text, data.lang));
      row.append(label);
      if (item.summary) row.append(make("p", "summary", item.summary));
      const meta = make("p", "meta");
      meta.append(make("span", "", item.meta));
      item.places.forEach((said, to) => {
        const jump = make("button", "jump", said);
        jump.type = "button";
        jump.onclick = () => point(item.id, to);
        meta.append(jump);
      });
      if (item.taken) meta.append(make("span", "taken", item.taken));
      row.append(meta);
      row.onmousemove = (event) => {
        // A page that scrolls under a mouse at rest moves no mouse.
        const here = `${event.screenX},${event.screenY}`;
        if (state.mouse !== here && !row.classList.contains("on")) point(item.id);
        state.mouse = here;
      };
      box.onfocus = () => point(item.id);
      set.append(row);
    }
    if (boxes.length > 1) {
      const every = make("button", "every", data.words.every);
      every.type = "button";
      every.setAttribute("aria-label", `${data.words.every} (${group.title})`);
      every.onclick = () => {
        const on = boxes.some(([box]) => !box.checked);
        for (const [box, item] of boxes) {
          box.checked = on;
          on ? state.chosen.add(item.key) : state.chosen.delete(item.key);
        }
        tell();
      };
      set.append(every);
    }
    if (group.more) set.append(make("p", "note", group.more));
    list.append(set);
  }
  root.replaceChildren(list, frame);
}

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector("#root");
  let state = all.get(parentElement);
  if (!state) {
    state = { of: null, chosen: new Set(), mouse: "" };
    all.set(parentElement, state);
  }
  if (state.of === data.of) return;
  state.of = data.of;
  state.chosen = new Set(data.chosen);
  root.lang = data.pageLang;
  build(root, data, state, () => setStateValue("said", { of: data.of, chosen: [...state.chosen] }));
}
