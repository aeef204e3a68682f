function written(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done({ name: file.name, base64: String(reader.result).split(",", 2)[1] ?? "" });
    reader.onerror = failed;
    reader.readAsDataURL(file);
  });
}

// Files are handed over once: as a state they would travel with every later click.
export default function ({ data, parentElement, setTriggerValue }) {
  const field = parentElement.querySelector("#file");
  const label = parentElement.querySelector("label");
  const hint = parentElement.querySelector("#hint");
  label.textContent = data.label;
  // The label is a place to drop files as well, and may not be drawn where the field is.
  field.setAttribute("aria-label", data.label);
  field.accept = data.accept;
  const take = async (files) => {
    const large = files.reduce((sum, file) => sum + file.size, 0) > data.most;
    hint.textContent = large ? data.tooLarge : "";
    hint.hidden = !large;
    if (large || !files.length) return;
    setTriggerValue("files", await Promise.all(files.map(written)));
  };
  field.onchange = async () => {
    await take([...field.files]);
    // The same file, mended meanwhile, can be chosen again.
    field.value = "";
  };
  const over = (event) => {
    event.preventDefault();
    label.classList.toggle("over", event.type === "dragover");
  };
  label.ondragover = over;
  label.ondragleave = over;
  label.ondrop = (event) => {
    over(event);
    take([...event.dataTransfer.files]);
  };
}
