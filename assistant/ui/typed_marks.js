// Marks behind what is being typed: the same text lies under the field, see-through but for its lines.
const marks = {
  // Marks of a text, as they lie in the text that it has become: what the change touches goes, what is behind it moves.
  moved(known, was, now) {
    if (was === now) return known;
    const most = Math.min(was.length, now.length);
    let head = 0;
    while (head < most && was[head] === now[head]) head += 1;
    let tail = 0;
    while (tail < most - head && was[was.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
    const by = now.length - was.length;
    const kept = [];
    for (const mark of known) {
      if (mark.end <= head) kept.push(mark);
      else if (mark.start >= was.length - tail) kept.push({ ...mark, start: mark.start + by, end: mark.end + by });
    }
    return kept;
  },

  draw(back, text, known) {
    const parts = [];
    let last = 0;
    for (const mark of known) {
      if (mark.start < last || mark.end > text.length || mark.end <= mark.start) continue;
      parts.push(document.createTextNode(text.slice(last, mark.start)));
      const span = document.createElement("span");
      span.className = `mark ${mark.kind}`;
      span.textContent = text.slice(mark.start, mark.end);
      span.mark = mark;
      parts.push(span);
      last = mark.end;
    }
    // A last line that is empty would have no height.
    parts.push(document.createTextNode(`${text.slice(last)}\u200b`));
    back.replaceChildren(...parts);
  },

  tell(tip, span, stack) {
    if (!span) {
      tip.hidden = true;
      tip.of = null;
      return;
    }
    if (tip.of === span) return;
    tip.of = span;
    const head = document.createElement("strong");
    head.textContent = span.mark.head;
    tip.replaceChildren(head);
    for (const [lead, body] of span.mark.rows) {
      const row = document.createElement("span");
      row.className = "row";
      row.textContent = `${lead}${body}`;
      tip.append(row);
    }
    const box = span.getBoundingClientRect();
    const around = stack.getBoundingClientRect();
    tip.hidden = false;
    tip.style.top = `${box.bottom - around.top + 6}px`;
    tip.style.left = `${Math.max(0, Math.min(box.left - around.left, around.width - tip.offsetWidth))}px`;
  },

  at(back, x, y) {
    for (const span of back.querySelectorAll(".mark")) {
      for (const box of span.getClientRects()) {
        if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return span;
      }
    }
    return null;
  },

  around(back, place) {
    let at = 0;
    for (const node of back.childNodes) {
      const end = at + node.textContent.length;
      if (node.mark && place >= at && place <= end) return node;
      at = end;
    }
    return null;
  },

  // Draws them, and has them follow the pointer, the caret and what is typed.
  follow(stack, field, data) {
    const back = stack.querySelector(".back");
    const tip = stack.querySelector(".tip");
    stack.known = data.marks;
    stack.was = data.value;
    const draw = () => {
      stack.known = marks.moved(stack.known, stack.was, field.value);
      stack.was = field.value;
      marks.draw(back, field.value, stack.known);
      marks.tell(tip, null, stack);
    };
    const byCaret = () => marks.tell(tip, marks.around(back, field.selectionStart), stack);
    draw();
    field.addEventListener("input", draw);
    field.onmousemove = (event) => marks.tell(tip, marks.at(back, event.clientX, event.clientY), stack);
    field.onmouseleave = () => marks.tell(tip, null, stack);
    field.onclick = byCaret;
    field.onkeyup = (event) => (event.key === "Escape" ? marks.tell(tip, null, stack) : byCaret());
    return () => field.removeEventListener("input", draw);
  },
};

