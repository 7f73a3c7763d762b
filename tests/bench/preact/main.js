// The checklist's list as a small framework draws it: the same rows, texts in both languages and style; a score, local
// storage, and nothing else of the app. `bench.mjs` bundles it with the rows of `catalogue.json`.
import { html, render, useState } from "htm/preact/standalone";
import { sections } from "./rows.json";

const STATUSES = { unanswered: "Unanswered", done: "Done", in_progress: "In progress", not_done: "Not done", unsure: "I don't know", not_applicable: "Not applicable", risk_accepted: "Risk accepted" };
const KEY = "preact";

function Row({ control, status, choose, lang }) {
  return html`<div class="row">
    <span class="status"><select aria-label=${control.title[lang]} value=${status} onChange=${(event) => choose(control.id, event.target.value)}>
      ${Object.entries(STATUSES).map(([id, title]) => html`<option value=${id}>${title}</option>`)}
    </select></span>
    <h3><a href=${`#/controls/${control.id}`}>${control.title[lang]}</a></h3>
    <p class="meta">${control.effort_minutes} min</p>
    <span class="sev ${control.severity}">${control.severity}</span>
  </div>`;
}

function Checklist() {
  const [answers, setAnswers] = useState(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  const [lang, setLang] = useState("en");
  const choose = (id, status) => {
    const next = { ...answers, [id]: status };
    localStorage.setItem(KEY, JSON.stringify(next));
    setAnswers(next);
  };
  const done = Object.values(answers).filter((status) => status === "done").length;
  return html`<main id="main" class="page">
    <h1>A checklist in Preact</h1>
    <p>${done} done <button type="button" class="btn" onClick=${() => setLang(lang === "ja" ? "en" : "ja")}>日本語 / English</button></p>
    ${sections.map((section) => html`<section class="sect"><header><h2>${section.title}</h2></header>
      ${section.controls.map((control) => html`<${Row} key=${control.id} control=${control} status=${answers[control.id] ?? "unanswered"} choose=${choose} lang=${lang} />`)}
    </section>`)}
  </main>`;
}

render(html`<${Checklist} />`, document.getElementById("app"));
