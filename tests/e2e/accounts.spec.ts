// Simulated accounts: in the browser, the output of the collector script and of Prowler gives the verdicts that
// `tests/accounts` expects. ACCOUNTS names the folder with that output; without it only one saved bundle is tested.
import { existsSync, readFileSync } from "node:fs";
import { type App, expect, sample, sampleText, test } from "./app";

type Outcomes = Record<string, "pass" | "fail" | "unknown">;
type State = { name: string; from?: string; wanted: Outcomes };

const STATES: State[] = JSON.parse(sampleText("../../accounts/states.json"));
const folder = process.env.ACCOUNTS;
const fileOf = (state: State, name: string) => `${folder}/${state.name}/${name}`;
const has = (name: string) => STATES.filter((state) => existsSync(fileOf(state, name)));

/** The expected outcomes. A state overrides those of the state that it is based on. */
function expectedOutcomes({ from, wanted: own }: State): Outcomes {
  const base = STATES.find(({ name }) => name === from);
  return { ...(base && expectedOutcomes(base)), ...own };
}

/** The outcomes from Prowler's files alone, by the table in `docs/agreement.md`. */
function byProwler(state: string): Outcomes {
  const rows = sampleText("../../../docs/agreement.md").split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  return Object.fromEntries(rows.filter((cells) => cells[1] === state).map((cells) => [cells[2], cells[6]]));
}

/** Drops files on the evidence page, with the clock set to their time: evidence expires after a week. */
async function judgedOutcomes(app: App, at: string, ...files: string[]): Promise<Outcomes> {
  await app.page.clock.setFixedTime(at);
  await app.open("/evidence?lang=en");
  await app.drop(...files);
  await expect(app.page.locator(".verdict").first()).toBeVisible();
  const cards = await app.page
    .locator(".verdict")
    .evaluateAll((cards) => cards.map((card) => [card.getAttribute("data-control")!, card.querySelector(".outcome")!.textContent!.trim()]));
  return Object.fromEntries(cards.map(([control, word]) => [control, word === "Cannot tell" ? "unknown" : word!.toLowerCase()]));
}

const decided = (outcomes: Outcomes): Outcomes =>
  Object.fromEntries(Object.entries(outcomes).filter(([, outcome]) => outcome !== "unknown"));

test("account: the saved bundle of a bad one, and its verdicts accepted", async ({ app, page }) => {
  const state = STATES.find(({ name }) => name === "bad")!;
  const { collected_at, results } = JSON.parse(sampleText("../../accounts/bad.json"));
  expect(decided(await judgedOutcomes(app, collected_at, sample("../../accounts/bad.json")))).toEqual(decided(expectedOutcomes(state)));
  await expect(page.locator("#read")).toContainText(`evidence bundle, ${results.length} commands`);

  await page.getByRole("button", { name: /^Accept th/ }).click();
  const answers = (await app.stored()).profiles[0].answers;
  for (const control of Object.keys(expectedOutcomes(state))) expect(answers[control].status, control).toBe("not_done");
});

if (folder && has("bundle.json").length < 2) throw new Error(`${folder} holds no accounts`);

const timeOf = (state: State): string => JSON.parse(readFileSync(fileOf(state, "bundle.json"), "utf8")).collected_at;

for (const state of has("bundle.json")) {
  test(`account: the bundle of "${state.name}"`, async ({ app }) => {
    expect(decided(await judgedOutcomes(app, timeOf(state), fileOf(state, "bundle.json")))).toEqual(decided(expectedOutcomes(state)));
  });
}

for (const name of ["result.csv", "result.ocsf.json"]) {
  for (const state of has(name)) {
    test(`account: Prowler's ${name} of "${state.name}"`, async ({ app }) => {
      const known = byProwler(state.name);
      const seen = Object.entries(await judgedOutcomes(app, timeOf(state), fileOf(state, name))).filter(([control]) => control in known);
      expect(seen.length).toBeGreaterThan(0);
      for (const [control, outcome] of seen) expect(outcome, control).toBe(known[control]);
    });
  }
}
