import { defineConfig } from "@playwright/test";

// `cargo xtask test` serves the release build below a folder and names it here, together with the browser.
export default defineConfig({
  testDir: ".",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  forbidOnly: !!process.env.CI,
  reporter: [["list"], ["json"]],
  use: {
    baseURL: process.env.BASE_URL,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    // What is kept from an earlier moment would answer in place of the host that a test breaks; offline.spec.ts allows them.
    serviceWorkers: "block",
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: {
      executablePath: process.env.CHROME,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
