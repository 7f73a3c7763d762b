// Simulated accounts: what the collector script and Prowler found there gives, in the browser, the verdicts that
// `tests/accounts` wants. ACCOUNTS names the folder that it filled; without it there is one saved bundle.
import { existsSync, readFileSync } from "node:fs";
import { type App, expect, sample, sampleText, test } from "./app";

type Outcomes = Record<string, "pass" | "fail" | "unknown">;
type State = { name: string; from?: string; wanted: Outcomes };

const STATES: State[] = JSON.parse(sampleText("../../accounts/states.json"));
const folder = process.env.ACCOUNTS;
const fileOf = (state: State, name: string) => `${folder}/${state.name}/${name}`;
const has = (name: string) => STATES.filter((state) => existsSync(fileOf(state, name)));

/** Every control that is not unknown: a state differs from the one that it is built on. */
function wanted({ from, wanted: own }: State): Outcomes {
  const base = STATES.find(({ name }) => name === from);
  return { ...(base && wanted(base)), ...own };
}

/** What `docs/agreement.md` says of a state by Prowler's files alone. */
function byProwler(state: string): Outcomes {
  const rows = sampleText("../../../docs/agreement.md").split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  return Object.fromEntries(rows.filter((cells) => cells[1] === state).map((cells) => [cells[2], cells[6]]));
}

/** Drops files on the evidence page at the time that they are of: evidence is true for a week. */
async function shown(app: App, at: string, ...files: string[]): Promise<Outcomes> {
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
  expect(decided(await shown(app, collected_at, sample("../../accounts/bad.json")))).toEqual(wanted(state));
  await expect(page.locator("#read")).toContainText(`evidence bundle, ${results.length} commands`);

  await page.getByRole("button", { name: "Accept all" }).click();
  const answers = (await app.stored()).profiles[0].answers;
  for (const control of Object.keys(wanted(state))) expect(answers[control].status, control).toBe("not_done");
});

if (folder && has("bundle.json").length < 2) throw new Error(`${folder} holds no accounts`);

const timeOf = (state: State): string => JSON.parse(readFileSync(fileOf(state, "bundle.json"), "utf8")).collected_at;

for (const state of has("bundle.json")) {
  test(`account: the bundle of "${state.name}"`, async ({ app }) => {
    expect(decided(await shown(app, timeOf(state), fileOf(state, "bundle.json")))).toEqual(wanted(state));
  });
}

for (const name of ["result.csv", "result.ocsf.json"]) {
  for (const state of has(name)) {
    test(`account: Prowler's ${name} of "${state.name}"`, async ({ app }) => {
      const known = byProwler(state.name);
      const seen = Object.entries(await shown(app, timeOf(state), fileOf(state, name))).filter(([control]) => control in known);
      expect(seen.length).toBeGreaterThan(0);
      for (const [control, outcome] of seen) expect(outcome, control).toBe(known[control]);
    });
  }
}
