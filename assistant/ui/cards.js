// Lists whose entries can be acted on. Every word is put in as text; nothing that comes from outside is read as markup.
const lists = new WeakMap();
const GIVE_UP_MS = 8000;

function make(tag, className, text, lang) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  if (lang) element.lang = lang;
  return element;
}

function button(label, about, className, act) {
  const made = make("button", className, label);
  made.type = "button";
  if (about) made.setAttribute("aria-label", `${label}: ${about}`);
  made.onclick = act;
  return made;
}

function line(said) {
  const row = make("p", "said");
  if (said.lead) row.append(make("b", "", said.lead));
  if (said.href && /^https?:\/\//.test(said.href)) {
    const link = make("a", "", said.text, said.lang);
    link.href = said.href;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    row.append(link);
  } else {
    row.append(make("span", "", said.text, said.lang));
  }
  return row;
}

function side(name, runs, lead, lang) {
  const column = make("div", `side ${name}`);
  column.append(make("p", "lead", lead));
  const text = make("p", "runs", "", lang);
  for (const [kind, words] of runs) text.append(make(kind === "same" ? "span" : kind, "", words));
  column.append(text);
  return column;
}

function reasonForm(card, words, tell) {
  const form = make("form", "reason");
  form.hidden = true;
  const label = make("label", "", words.reason);
  const field = make("input");
  field.type = "text";
  field.maxLength = 500;
  field.id = `reason-${card.id}`;
  label.htmlFor = field.id;
  const wide = make("label", "wide");
  const tick = make("input");
  tick.type = "checkbox";
  wide.append(tick, make("span", "", words.wide));
  const fault = make("p", "fault");
  fault.setAttribute("role", "alert");
  const save = make("button", "main", words.save);
  save.type = "submit";
  const cancel = button(words.cancel, "", "", () => form.shut());
  form.shut = () => {
    form.hidden = true;
    form.opener.setAttribute("aria-expanded", "false");
    form.opener.focus();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    if (!field.value.trim()) {
      fault.textContent = words.missing;
      field.setAttribute("aria-invalid", "true");
      field.focus();
      return;
    }
    tell({ name: "dismiss", reason: field.value.trim(), wide: tick.checked });
  };
  form.onkeydown = (event) => {
    if (event.key === "Escape") form.shut();
  };
  const row = make("div", "row");
  row.append(save, cancel);
  form.append(label, field, wide, fault, row);
  return form;
}

function draw(card, state) {
  const { words } = state.data;
  const tell = (act) => state.tell({ card: card.id, stamp: state.data.stamp, ...act });
  const item = make("li", card.level || "");
  const top = make("div", "top");
  if (card.jump) {
    const jump = button(card.head, "", "head", () => state.go(card.jump) || tell({ name: "go" }));
    jump.lang = card.lang;
    jump.title = words.jump;
    top.append(jump);
  } else if (card.head) {
    top.append(make("strong", "head", card.head, card.lang));
  }
  for (const [text, level] of card.chips) top.append(make("span", `chip ${level}`, text));
  item.append(top);
  if (card.pair) {
    const pair = make("div", "pair");
    pair.append(
      side("before", card.pair.before, words.before, card.lang),
      side("after", card.pair.after, words.after, card.lang),
    );
    item.append(pair);
  }
  item.append(...card.said.map(line));
  const row = make("div", "row");
  for (const action of card.actions) {
    const one = button(action.label, card.about, action.main ? "main" : "", () => tell({ name: action.name }));
    if (action.pressed !== null) one.setAttribute("aria-pressed", String(action.pressed));
    row.append(one);
  }
  if (card.reason) {
    const form = reasonForm(card, words, tell);
    const open = button(words.dismiss, card.about, "", () => {
      form.hidden = !form.hidden;
      open.setAttribute("aria-expanded", String(!form.hidden));
      if (!form.hidden) form.querySelector("input").focus();
    });
    open.setAttribute("aria-expanded", "false");
    form.opener = open;
    row.append(open);
    item.append(row, form);
  } else if (card.actions.length) {
    item.append(row);
  }
  if (card.more) {
    const more = make("details");
    more.append(make("summary", "", card.more.summary), ...card.more.lines.map(line));
    item.append(more);
  }
  return item;
}

function target(mark) {
  return document.querySelector(`[data-mark="${CSS.escape(mark)}"]`);
}

function go(mark) {
  const found = target(mark);
  if (!found) return false;
  found.scrollIntoView({ block: "center" });
  found.focus({ preventScroll: true });
  return true;
}

// The place may stand in a part of the text that is drawn only now.
function goSoon(mark) {
  const end = performance.now() + GIVE_UP_MS;
  const look = () => {
    if (!go(mark) && performance.now() < end) requestAnimationFrame(look);
  };
  look();
}

function update(root, state) {
  const list = root.querySelector("ul");
  const items = [...list.children];
  const active = root.activeElement;
  const at = items.findIndex((item) => item.contains(active));
  const label = active?.getAttribute?.("aria-label") || active?.textContent;
  const drawn = new Map();
  for (const card of state.data.cards) {
    const said = JSON.stringify(card) + JSON.stringify(state.data.words);
    const old = state.drawn.get(card.id);
    drawn.set(card.id, old?.said === said ? old : { said, item: draw(card, state), mark: card.jump });
  }
  const wanted = [...drawn.values()].map((one) => one.item);
  state.drawn = drawn;
  if (wanted.length === items.length && wanted.every((item, place) => item === items[place])) return;
  list.replaceChildren(...wanted);
  if (at < 0 || !wanted.length || list.contains(root.activeElement)) return;
  // Whoever works through the list by keyboard goes on where they were.
  const next = wanted[Math.min(at, wanted.length - 1)];
  const buttons = [...next.querySelectorAll("button:not([hidden])")].filter((one) => !one.closest("[hidden]"));
  (buttons.find((one) => one.getAttribute("aria-label") === label) || buttons[0])?.focus();
}

export default function ({ data, parentElement, setTriggerValue }) {
  let state = lists.get(parentElement);
  if (!state) {
    state = { drawn: new Map(), gone: data.goto ? data.goto.count : 0 };
    lists.set(parentElement, state);
    // From a mark in the text to its entry: by mouse where both are seen, by Enter everywhere.
    state.follow = (event) => {
      const mark = event.target?.closest?.("[data-mark]")?.dataset.mark;
      const one = mark && [...state.drawn.values()].find((entry) => entry.mark === mark);
      if (!one) return;
      if (event.type === "keydown" && event.key === "Enter") {
        // Or the entry's button, which has the focus then, would be pressed by it.
        event.preventDefault();
        one.item.querySelector("button")?.focus();
        one.item.scrollIntoView({ block: "center" });
      }
      if (event.type === "click" || event.key === "Enter") {
        for (const entry of state.drawn.values()) entry.item.classList.toggle("here", entry === one);
      }
      if (event.type === "click" && window.innerWidth > 900) one.item.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", state.follow);
    document.addEventListener("click", state.follow);
  }
  state.data = data;
  state.go = go;
  state.tell = (act) => setTriggerValue("act", act);
  const list = parentElement.querySelector("ul");
  list.lang = data.words.lang;
  list.setAttribute("aria-label", data.label);
  update(parentElement instanceof ShadowRoot ? parentElement : parentElement.getRootNode(), state);
  if (data.goto && data.goto.count !== state.gone) {
    state.gone = data.goto.count;
    goSoon(data.goto.mark);
  }
  return () => {
    document.removeEventListener("keydown", state.follow);
    document.removeEventListener("click", state.follow);
    lists.delete(parentElement);
  };
}
