// Progress files whose profile is blank, half filled or full, for tests of reports.
import type { Catalogue, Control } from "./app";

export type Kind = "blank" | "half" | "full";
export type Lang = "ja" | "en";

const DAY = 86_400_000;
const time = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
const date = (at: number) => time(at).slice(0, 10);

const SENTENCES = {
  ja: "担当者と相談し、来週の定例で確認します。手順は社内の文書にまとめてあります。設定の変更は検証用のアカウントで試してから、本番に適用する予定です。",
  en: "We talk about it in next week's meeting. The steps are in our own handbook, and the change is tried in the test account before it goes to production. ",
};

/** A note of exactly `length` characters, which starts with the id of its control. */
export function note(control: string, lang: Lang, length = 300): string {
  const start = `${control}: `;
  return (start + SENTENCES[lang].repeat(Math.ceil(length / SENTENCES[lang].length))).slice(0, length);
}

const WORDS = {
  ja: {
    name: "本番アカウント 123456789012",
    owners: ["佐藤 花子", "インフラ担当", "山田 太郎"],
    risk: "検証用のアカウントで、外からは届かないため受け入れます。",
    not: "このサービスを使っていないため、該当しません。",
  },
  en: {
    name: "Production 123456789012",
    owners: ["Hanako Sato", "Platform team", "Alex Smith"],
    risk: "A test account that nobody can reach from outside, so we accept it.",
    not: "We do not use this service, so it does not apply.",
  },
};

const SUMMARY = {
  ja: "証拠の出力では、設定が有効になっています(1234****9012)。",
  en: "The output says that it is switched on (1234****9012).",
};

/** The answer to the control at this index. The statuses repeat in a cycle with accepted risks and not applicable. */
function answer(control: Control, index: number, kind: Kind, lang: Lang, now: number): Record<string, unknown> {
  const words = WORDS[lang];
  const cycle = kind === "half" ? ["done", "in_progress", "done", "not_done", "risk_accepted", "unsure", "not_applicable"] : ["done", "done", "done", "risk_accepted", "done", "not_applicable", "done", "in_progress"];
  const status = cycle[index % cycle.length]!;
  const isEvidence = status === "done" && index % 2 === 0;
  const changed = now - (index % 10 === 0 ? 100 : index) * DAY;
  const format = index % 4 === 0 ? "credential-report" : "aws-cli";
  return {
    status,
    source: isEvidence ? { evidence: { format, collected_at: time(changed - DAY), summary: SUMMARY } } : "self",
    changed_at: time(changed),
    note: note(control.id, lang),
    owner: words.owners[index % words.owners.length]!,
    ...(["in_progress", "not_done", "unsure"].includes(status) ? { due: date(now + (index * 3 - 20) * DAY) } : {}),
    ...(status === "risk_accepted" ? { reason: words.risk, review_by: date(now + (index + 30) * DAY) } : {}),
    ...(status === "not_applicable" ? { reason: words.not } : {}),
  };
}

/** Three earlier days with increasing progress. */
function history(answers: Record<string, any>, now: number) {
  return [60, 30, 7].map((days, index) => {
    const part = Object.entries(answers).slice(0, (index + 1) * 4);
    const done = part.filter(([, answer]) => answer.status === "done").length;
    return { date: date(now - days * DAY), score: 15 + index * 12, done, applicable: 24, statuses: Object.fromEntries(part.map(([id, answer]) => [id, answer.status])) };
  });
}

/**
 * A progress file `guard-navi.progress/1` with one profile, which answers no control, every second one, or all. Each
 * answer has a note of 300 characters and an owner. The profile's name contains an account ID, which has to be masked.
 */
export function filled(kind: Kind, catalogue: Catalogue, lang: Lang, now = Date.now()) {
  const chosen = kind === "blank" ? [] : catalogue.controls.filter((_, index) => kind === "full" || index % 2 === 0);
  const answers = Object.fromEntries(chosen.map((control, index) => [control.id, answer(control, index, kind, lang, now)]));
  return {
    schema: "guard-navi.progress/1",
    exported_at: time(now),
    app_version: "0.1.0",
    profiles: [
      {
        id: `filled-${kind}`,
        name: kind === "blank" ? "" : WORDS[lang].name,
        code: null,
        workshop: null,
        answers,
        quiz: {},
        runbook: {},
        history: kind === "blank" ? [] : history(answers, now),
      },
    ],
  };
}
