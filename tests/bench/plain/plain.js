// The least that a checklist of 40 items does: boxes, a score, local storage.
const list = document.getElementById("list");
const score = document.getElementById("score");
const done = new Set(JSON.parse(localStorage.getItem("plain") ?? "[]"));
for (let item = 1; item <= 40; item++) {
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: done.has(item) });
  const label = document.createElement("label");
  label.append(box, ` Item ${item}`);
  const row = document.createElement("li");
  row.append(label);
  list.append(row);
  box.addEventListener("change", () => {
    if (box.checked) done.add(item);
    else done.delete(item);
    localStorage.setItem("plain", JSON.stringify([...done]));
    score.textContent = `${done.size} of 40`;
  });
}
