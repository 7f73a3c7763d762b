// The collector script on the page: shown, copied and downloaded, in both languages.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "./app";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

for (const [lang, words] of [
  ["ja", { download: "スクリプトをダウンロード", copy: "コピー", copied: "コピーしました", reads: "読み取り" }],
  ["en", { download: "Download the script", copy: "Copy", copied: "Copied", reads: "It only reads." }],
] as const) {
  test(`the script is shown, copied and downloaded, the same each time (${lang})`, async ({ app, page }) => {
    await app.open(`/evidence?lang=${lang}`);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: words.download }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe("guard-navi-collect.sh");
    const script = readFileSync(await download.path(), "utf8");
    expect(script).toMatch(/^#!\/usr\/bin\/env bash\n/);
    expect(script).toContain(words.reads);
    execFileSync("bash", ["-n"], { input: script });

    await page.locator("#read-script > summary").click();
    expect(await page.locator("#read-script code").textContent()).toBe(script);
    await page.locator("#read-script").getByRole("button", { name: words.copy }).click();
    await expect(page.locator("#read-script").getByRole("button", { name: words.copied })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(script);
    // The script that the tests of the core run is the one in the page.
    const built = await page.evaluate(async (lang) => {
      const name = document.querySelector("script[data-page-js]")!.getAttribute(`data-evidence-${lang}`)!.split(" ")[0]!;
      return (await (await fetch(name)).json()).collector.script;
    }, lang);
    expect(script).toBe(built);

    await page.locator("#commands > summary").click();
    const commands = await page.locator("#commands li").allTextContents();
    expect(commands.length).toBeGreaterThan(60);
    for (const command of commands) {
      const [, service, operation] = command.split(" ");
      expect(script).toContain(`${service} ${operation}`);
      expect(operation).toMatch(/^(get|list|describe|batch-get|lookup|generate-credential-report)/);
    }
    await page.locator("#policy > summary").click();
    const policy = JSON.parse((await page.locator("#policy code").textContent())!);
    expect(policy.Statement[0].Action).toContain("s3:GetAccountPublicAccessBlock");
    await expect(page.locator("#run code")).toHaveText("bash guard-navi-collect.sh");

    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
