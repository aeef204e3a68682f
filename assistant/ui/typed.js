// After a pause of so long what was typed is told, and at the latest after so long of typing without one.
const PAUSE_MS = 450;
const LATEST_MS = 1500;
// Who tells a server that is gone is not told so: what nobody has confirmed is told again, less and less often.
const AGAIN_MS = 4000;
const RARELY_MS = 16000;
const fields = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  let state = fields.get(parentElement);
  if (!state) {
    state = { count: 0, told: 0, timer: null, again: null, wait: AGAIN_MS, first: 0, of: null, serial: null, server: null };
    fields.set(parentElement, state);
    // Whoever leaves before a server has confirmed is asked.
    state.leaving = (event) => {
      if (state.wait > AGAIN_MS) event.preventDefault();
    };
    window.addEventListener("beforeunload", state.leaving);
  }
  const tag = data.rows > 1 ? "textarea" : "input";
  let field = parentElement.querySelector("#field");
  let stack = parentElement.querySelector(".stack");
  if (!field || field.tagName.toLowerCase() !== tag) {
    stack?.remove();
    stack = document.createElement("div");
    field = document.createElement(tag);
    field.id = "field";
    stack.append(field);
    parentElement.querySelector("label").after(stack);
  }
  stack.className = `stack ${data.look}`;
  state.tell = () => {
    clearTimeout(state.timer);
    state.timer = null;
    if (state.told === state.count) return;
    state.told = state.count;
    setStateValue("said", { of: state.of, serial: state.serial, count: state.count, text: field.value });
    clearTimeout(state.again);
    state.again = setTimeout(() => {
      state.told = -1;
      state.wait = Math.min(2 * state.wait, RARELY_MS);
      state.say();
      state.tell();
    }, state.wait);
  };

  const label = parentElement.querySelector("label");
  label.textContent = data.label;
  label.className = data.hideLabel ? "unseen" : "";
  const hint = parentElement.querySelector("#hint");
  state.say = () => {
    const alone = state.wait > AGAIN_MS;
    const long = field.value.length >= data.most;
    const words = alone ? data.alone : long ? data.tooLong : data.hint;
    if (hint.textContent !== words) hint.textContent = words;
    hint.hidden = !words;
    hint.className = alone || long ? "hint care" : "hint";
  };
  if (data.rows > 1) field.rows = data.rows;
  field.placeholder = data.placeholder;
  field.lang = data.lang;
  field.spellcheck = true;
  field.setAttribute("aria-describedby", "hint");

  const same = state.of === data.of;
  const unheard = state.count > data.heard;
  if (same && state.server !== null && state.server !== data.server && unheard) {
    // The server was started anew; what stands here is newer than what it has saved.
    Object.assign(state, { server: data.server, serial: data.serial, told: -1 });
    state.tell();
  } else if (same && state.timer && state.serial !== data.serial) {
    // Typed while the program was putting another text here, and told to nobody yet: whoever types has the last word.
    Object.assign(state, { server: data.server, serial: data.serial, told: -1 });
  } else if (!same || state.serial !== data.serial || state.server !== data.server || data.heard > state.count) {
    // The last: a field that stood here before this one, until the page was put together anew, told it while it went.
    clearTimeout(state.timer);
    state.timer = null;
    Object.assign(state, { of: data.of, serial: data.serial, server: data.server, count: data.heard, told: data.heard });
    if (field.value !== data.value) field.value = data.value;
  }
  if (data.heard >= state.told) {
    clearTimeout(state.again);
    state.wait = AGAIN_MS;
  }
  state.say();
  state.unfollow?.();
  state.unfollow = null;
  if (data.marks) {
    if (!stack.querySelector(".back")) {
      const back = document.createElement("div");
      back.className = "back";
      back.ariaHidden = "true";
      const tip = document.createElement("div");
      tip.className = "tip";
      tip.setAttribute("role", "status");
      tip.hidden = true;
      stack.prepend(back);
      stack.append(tip);
    }
    stack.lang = data.lang;
    state.unfollow = marks.follow(stack, field, data);
  }

  field.oninput = () => {
    if (field.value.length > data.most) field.value = field.value.slice(0, data.most);
    state.count += 1;
    state.say();
    const now = performance.now();
    if (!state.timer) state.first = now;
    clearTimeout(state.timer);
    state.timer = setTimeout(state.tell, Math.max(0, Math.min(PAUSE_MS, state.first + LATEST_MS - now)));
  };
  field.onblur = state.tell;
  field.onkeydown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) state.tell();
  };
  return () => {
    clearTimeout(state.timer);
    clearTimeout(state.again);
    window.removeEventListener("beforeunload", state.leaving);
    fields.delete(parentElement);
  };
}
