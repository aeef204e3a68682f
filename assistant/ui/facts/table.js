// Rows of facts. What is done is told as a list of deeds with rising numbers, again and again until the server has heard
// each: nothing is lost when two follow each other closely, or when the server goes away in between.
const PAUSE_MS = 450;
const LATEST_MS = 1500;
const tables = new WeakMap();

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node[name] = value;
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

const filled = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
const changed = (node, name, value) => { if (node[name] !== value) node[name] = value; };

class Table {
  constructor(root) {
    this.root = root;
    this.deeds = [];
    this.count = 0;
    this.page = 0;
    this.rows = new Map();
    this.timers = new Map();
    this.wanted = null;
    this.status = make("p", { class: "status", role: "status" });
    this.head = make("div", { class: "head" });
    this.list = make("ol", { class: "rows" });
    this.foot = make("div", { class: "foot" });
    root.replaceChildren(this.head, this.list, this.foot, this.status);
    this.listening = new AbortController();
    for (const kind of ["mouseover", "focusin", "mouseout", "focusout"]) {
      document.addEventListener(kind, (event) => this.seen(event), { signal: this.listening.signal });
    }
  }

  tell(deed) {
    this.count += 1;
    this.deeds.push({ n: this.count, ...deed });
    this.send();
  }

  send() {
    if (this.deeds.length) this.setStateValue("said", { of: this.of, serial: this.serial, deeds: [...this.deeds] });
  }

  // The text of a field, once nobody has typed for a moment.
  later(key, field) {
    const now = performance.now();
    const waiting = this.timers.get(key) ?? { first: now, timer: null };
    clearTimeout(waiting.timer);
    waiting.timer = setTimeout(() => this.flush(key, field), Math.max(0, Math.min(PAUSE_MS, waiting.first + LATEST_MS - now)));
    this.timers.set(key, waiting);
  }

  flush(key, field) {
    const waiting = this.timers.get(key);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.timers.delete(key);
    this.tell({ do: "text", row: key, text: field.value });
  }

  flushAll() {
    for (const key of [...this.timers.keys()]) {
      const row = this.rows.get(key);
      if (row) this.flush(key, row.field);
      else this.timers.delete(key);
    }
  }

  draw(data, setStateValue) {
    this.setStateValue = setStateValue;
    const anew = this.of !== data.of || this.serial !== data.serial;
    if (anew) {
      for (const waiting of this.timers.values()) clearTimeout(waiting.timer);
      this.timers.clear();
      this.deeds = [];
      this.count = Math.max(this.count, data.heard);
      if (this.of !== data.of) this.page = 0;
      Object.assign(this, { of: data.of, serial: data.serial });
    } else if (this.server !== data.server) {
      // The server was started anew and has heard nothing: what it had not heard before is told again.
      this.deeds = this.deeds.filter((deed) => deed.n > this.heard);
      if (this.deeds.length) queueMicrotask(() => this.send());
    } else {
      this.deeds = this.deeds.filter((deed) => deed.n > data.heard);
    }
    this.server = data.server;
    this.heard = data.heard;
    this.count = Math.max(this.count, data.heard);
    this.data = data;
    this.show(anew);
  }

  show(anew = false) {
    const { data } = this;
    const pages = Math.max(1, Math.ceil(data.rows.length / data.perPage));
    this.page = Math.min(this.page, pages - 1);
    const first = this.page * data.perPage;
    const shown = data.rows.slice(first, first + data.perPage);
    const keys = new Set(shown.map((row) => row.key));
    for (const [key, row] of this.rows) {
      if (!keys.has(key)) {
        if (row.item.contains(this.root.getRootNode().activeElement)) this.flush(key, row.field);
        row.item.remove();
        this.rows.delete(key);
      }
    }
    this.list.setAttribute("aria-label", data.words.title);
    this.list.start = first + 1;
    shown.forEach((row, place) => {
      let known = this.rows.get(row.key);
      if (!known) {
        known = this.row(row.key);
        this.rows.set(row.key, known);
      }
      if (this.list.children[place] !== known.item) this.list.insertBefore(known.item, this.list.children[place] ?? null);
      this.fill(known, row, first + place + 1, anew);
    });
    this.showHead();
    this.showFoot(pages, first, shown.length);
    if (this.wanted !== null && this.rows.has(this.wanted)) {
      this.rows.get(this.wanted).field.focus();
      this.wanted = null;
    }
  }

  row(key) {
    const use = make("input", { type: "checkbox", onchange: () => this.tell({ do: "use", row: key, use: use.checked }) });
    const field = make("textarea", { rows: 1, spellcheck: "true" });
    field.oninput = () => {
      if (field.value.includes("\n")) field.value = field.value.replace(/\s*\n\s*/g, " ");
      this.fit(field);
      this.later(key, field);
    };
    field.onblur = () => this.flush(key, field);
    field.onkeydown = (event) => this.pressed(event, key, field);
    const said = make("div", { class: "said" });
    const back = make("button", { type: "button", class: "back", onclick: () => { this.timers.delete(key); this.tell({ do: "back", row: key }); field.focus(); } });
    const add = make("button", { type: "button", onclick: () => this.add(key) });
    const gone = make("button", { type: "button", class: "gone", onclick: () => this.remove(key) });
    const acts = make("div", { class: "acts" }, back, add, gone);
    const item = make("li", { "data-key": key }, make("span", { class: "use" }, use), make("div", { class: "text" }, field), said, acts);
    item.onmouseenter = () => this.light(key, true);
    item.onmouseleave = () => this.light(key, false);
    item.addEventListener("focusin", () => this.light(key, true));
    item.addEventListener("focusout", () => this.light(key, false));
    return { item, use, field, said, back, add, gone };
  }

  fill(known, row, number, anew) {
    const { words } = this.data;
    const waiting = this.timers.has(row.key) || this.deeds.some((deed) => deed.row === row.key && deed.do === "text");
    const focused = this.root.getRootNode().activeElement === known.field;
    if (anew || (!waiting && !(focused && known.field.value.trim() === row.text))) changed(known.field, "value", row.text);
    known.field.maxLength = this.data.most;
    known.field.lang = this.data.lang;
    known.field.placeholder = row.added ? words.new_fact : "";
    known.field.setAttribute("aria-label", filled(words.number, { number }));
    if (!this.deeds.some((deed) => deed.row === row.key && deed.do === "use") || anew) changed(known.use, "checked", row.use);
    const named = row.text || filled(words.number, { number });
    known.use.setAttribute("aria-label", `${words.use}: ${named}`);
    known.item.className = row.use ? "" : "unused";
    for (const [button, text] of [[known.back, words.back], [known.add, words.add_below], [known.gone, words.delete]]) {
      changed(button, "textContent", text);
      button.setAttribute("aria-label", `${text}: ${named}`);
    }
    known.back.hidden = !row.said;
    const drawn = JSON.stringify([row.figures, row.questions, row.praise, row.said, row.added, row.text && 1]);
    if (known.drawn !== drawn) {
      known.drawn = drawn;
      const within = known.said.contains(this.root.getRootNode().activeElement);
      known.said.replaceChildren(...this.told(row));
      if (within) known.field.focus();
    }
    this.fit(known.field);
  }

  told(row) {
    const { words, lang } = this.data;
    const parts = [];
    if (row.figures.length) parts.push(make("ul", { class: "figures", "aria-label": words.read }, ...row.figures.map((text) => make("li", { text }))));
    else if (row.text) parts.push(make("p", { class: "quiet", text: words.nothing_read }));
    for (const asked of row.questions) {
      const box = make("div", { class: "question" }, make("p", {}, make("span", { class: "sign", "aria-hidden": "true", text: "?" }), asked.said));
      if (asked.answers.length) {
        box.append(make("div", { class: "answers", role: "group", "aria-label": words.settle }, make("span", { class: "lead", text: words.settle }),
          ...asked.answers.map((answer) => make("button", { type: "button", lang, text: answer.said, onclick: () => this.settle(row.key, answer.text) }))));
      }
      parts.push(box);
    }
    for (const found of row.praise) {
      parts.push(make("p", { class: "praise" }, make("span", { class: "sign", "aria-hidden": "true", text: "!" }), filled(words.praise, found)));
    }
    if (row.said) parts.push(make("p", { class: "quiet" }, `${words.edited} `, make("q", { lang, text: row.said })));
    else if (row.added && row.text) parts.push(make("p", { class: "quiet", text: words.added }));
    return parts;
  }

  settle(key, text) {
    const known = this.rows.get(key);
    clearTimeout(this.timers.get(key)?.timer);
    this.timers.delete(key);
    known.field.value = text;
    this.fit(known.field);
    this.tell({ do: "text", row: key, text });
    known.field.focus();
  }

  add(behind) {
    this.flushAll();
    const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    this.wanted = `a${id}`;
    const at = this.data.rows.findIndex((row) => row.key === behind);
    if (at >= 0 && at + 1 >= (this.page + 1) * this.data.perPage) this.page += 1;
    this.tell({ do: "add", row: behind, id, text: "" });
  }

  remove(key) {
    const keys = this.data.rows.map((row) => row.key);
    const at = keys.indexOf(key);
    clearTimeout(this.timers.get(key)?.timer);
    this.timers.delete(key);
    this.wanted = keys[at + 1] ?? keys[at - 1] ?? null;
    this.say(filled(this.data.words.deleted, { number: at + 1 }));
    this.tell({ do: "gone", row: key });
  }

  pressed(event, key, field) {
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return this.flush(key, field);
    if (event.key === "Enter") {
      event.preventDefault();
      this.add(key);
    } else if (event.key === "Backspace" && !field.value) {
      event.preventDefault();
      const keys = this.data.rows.map((row) => row.key);
      this.remove(key);
      this.wanted = keys[keys.indexOf(key) - 1] ?? this.wanted;
    } else if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const beside = this.rows.get(key).item[event.key === "ArrowDown" ? "nextElementSibling" : "previousElementSibling"];
      beside?.querySelector("textarea").focus();
    }
  }

  say(words) {
    this.status.textContent = words;
  }

  fit(field) {
    field.style.height = "auto";
    if (field.scrollHeight) field.style.height = `${field.scrollHeight + 2}px`;
  }

  showHead() {
    const { data } = this;
    if (!this.every) {
      this.every = make("input", { type: "checkbox", onchange: () => this.tell({ do: "every", use: this.every.checked }) });
      this.everyWords = make("span");
      this.columns = [make("span", { class: "column" }), make("span", { class: "column" })];
      this.head.append(make("label", {}, this.every, this.everyWords), ...this.columns);
    }
    const used = data.rows.filter((row) => row.use).length;
    this.every.checked = used > 0 && used === data.rows.length;
    this.every.indeterminate = used > 0 && used < data.rows.length;
    changed(this.everyWords, "textContent", filled(data.words.every, { used, count: data.rows.length }));
    changed(this.columns[0], "textContent", data.words.fact);
    changed(this.columns[1], "textContent", data.words.read);
    this.head.hidden = !data.rows.length;
  }

  showFoot(pages, first, shown) {
    const { data } = this;
    const { words } = data;
    const buttons = [];
    const put = (text, onclick, options = {}) => buttons.push(make("button", { type: "button", text, onclick, ...options }));
    const name = this.root.getRootNode().activeElement?.dataset?.act;
    put(words.add, () => this.add(data.rows.length ? data.rows[data.rows.length - 1].key : ""), { "data-act": "add" });
    if (data.gone) put(filled(words.restore, { count: data.gone }), () => this.tell({ do: "restore" }), { "data-act": "restore" });
    if (data.edited || data.gone) put(words.reset, () => this.tell({ do: "reset" }), { "data-act": "reset" });
    const drawn = JSON.stringify([data.gone, data.edited, pages, first, shown, words.add, data.rows.length]);
    if (this.footDrawn === drawn) return;
    this.footDrawn = drawn;
    const parts = [make("div", { class: "buttons" }, ...buttons)];
    if (pages > 1) {
      const turn = (by) => { this.flushAll(); this.page += by; this.footDrawn = ""; this.show(); this.list.querySelector("textarea")?.focus(); };
      parts.push(make("div", { class: "pages", role: "group", "aria-label": words.page },
        make("button", { type: "button", text: words.previous, disabled: this.page === 0, onclick: () => turn(-1) }),
        make("span", { text: filled(words.placed, { first: first + 1, last: first + shown, count: data.rows.length }) }),
        make("button", { type: "button", text: words.next, disabled: this.page === pages - 1, onclick: () => turn(1) })));
    }
    if (!data.rows.length) parts.unshift(make("p", { class: "quiet", text: words.no_rows }));
    this.foot.replaceChildren(...parts);
    if (name) this.foot.querySelector(`[data-act="${name}"]`)?.focus();
  }

  // The same stretch in the source, and back.
  light(key, on) {
    const marked = document.querySelectorAll(`.ys-from[data-fact="${CSS.escape(key)}"]`);
    for (const mark of marked) mark.classList.toggle("ys-lit", on);
    const pane = marked[0]?.closest(".ys-pane");
    if (!on || !pane) return;
    const mark = marked[0].getBoundingClientRect();
    const box = pane.getBoundingClientRect();
    if (mark.top < box.top || mark.bottom > box.bottom) pane.scrollTop += mark.top - box.top - box.height / 3;
  }

  seen(event) {
    const mark = event.target?.closest?.(".ys-from");
    if (!mark) return;
    const on = event.type === "mouseover" || event.type === "focusin";
    this.rows.get(mark.dataset.fact)?.item.classList.toggle("lit", on);
    mark.classList.toggle("ys-lit", on);
  }
}

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector("#facts");
  let table = tables.get(root);
  if (!table) {
    table = new Table(root);
    tables.set(root, table);
  }
  table.draw(data, setStateValue);
  return () => {
    table.listening.abort();
    tables.delete(root);
  };
}
