const seen = new WeakMap();

// What Chinese spreadsheets save where they don't save UTF-8.
const OTHERS = { "zh-Hans": "gb18030", "zh-Hant": "big5" };

async function read(file, lang) {
  const bytes = await file.arrayBuffer();
  for (const name of ["utf-8", OTHERS[lang], "utf-16le"].filter(Boolean)) {
    const marked = new Uint8Array(bytes.slice(0, 2));
    if (name === "utf-16le" && !(marked[0] === 0xff && marked[1] === 0xfe)) continue;
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch { /* the next one */ }
  }
  return null;
}

// As much may travel with every click; a file of more is taken back once it was heard.
const LIGHT = 20_000;

// Not before the page has been drawn: to take it back has the page drawn anew, and would break into the drawing that reads it.
function takeBack(state, setStateValue) {
  if (document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning") {
    setTimeout(() => takeBack(state, setStateValue), 100);
  } else if (state.heavy) {
    state.heavy = false;
    setStateValue("said", null);
  }
}

export default function ({ data, parentElement, setStateValue }) {
  const state = seen.get(parentElement) ?? { count: data.heard };
  seen.set(parentElement, state);
  if (state.heavy && data.heard >= state.count) setTimeout(() => takeBack(state, setStateValue), 100);
  const field = parentElement.querySelector("input");
  const label = parentElement.querySelector("label");
  const hint = parentElement.querySelector("p");
  label.textContent = data.label;
  hint.textContent = data.hint;
  field.accept = data.accept;
  field.onchange = async () => {
    const file = field.files[0];
    if (!file) return;
    const tell = (said) => {
      state.count += 1;
      state.heavy = (said.text ?? "").length > LIGHT;
      setStateValue("said", { count: state.count, name: file.name.slice(0, 200), text: "", problem: "", ...said });
      // The same file once more, mended, is another one.
      field.value = "";
    };
    if (file.size > data.most) {
      tell({ problem: "large" });
      return;
    }
    if (data.raw) {
      const reader = new FileReader();
      // A data address holds the bytes in letters, behind a comma.
      reader.onload = () => tell({ text: reader.result.slice(reader.result.indexOf(",") + 1) });
      reader.onerror = () => tell({ problem: "no_text" });
      reader.readAsDataURL(file);
      return;
    }
    const text = await read(file, data.lang);
    tell(text === null || text.includes("\u0000") ? { problem: "no_text" } : { text });
  };
}
