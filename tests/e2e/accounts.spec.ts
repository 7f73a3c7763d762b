// A bundle of a simulated account, as `tests/accounts` collects it: in the browser the verdicts are those of the core.
import { expect, sample, sampleText, test } from "./app";

type State = { name: string; wanted: Record<string, "pass" | "fail"> };

test("a bundle gives the verdicts that its account is known for", async ({ app, page }) => {
  const states: State[] = JSON.parse(sampleText("../../accounts/states.json"));
  const { wanted } = states.find((state) => state.name === "bad")!;
  const bundle = JSON.parse(sampleText("../../accounts/bad.json"));
  // Evidence is true for a week; this one is as old as its commit.
  await page.clock.setFixedTime(bundle.collected_at);
  await app.open("/evidence?lang=en");
  await app.drop(sample("../../accounts/bad.json"));
  await expect(page.locator("#read")).toContainText(`evidence bundle, ${bundle.results.length} commands`);

  const seen = await page.locator(".verdict").evaluateAll((cards) =>
    cards.map((card) => [card.getAttribute("data-control")!, card.querySelector(".outcome")!.textContent!.trim()]),
  );
  const decided = seen.filter(([, outcome]) => outcome !== "Cannot tell").map(([control, outcome]) => [control, outcome!.toLowerCase()]);
  expect(Object.fromEntries(decided)).toEqual(wanted);
  expect(decided.length).toBeGreaterThan(20);

  await page.getByRole("button", { name: "Accept all" }).click();
  const answers = (await app.stored()).profiles[0].answers;
  for (const control of Object.keys(wanted)) expect(answers[control].status, control).toBe("not_done");
});
