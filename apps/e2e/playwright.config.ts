import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "src",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/failures",
  globalSetup: "./src/clinic/open-demo.ts",
  reporter: [["line"], ["json", { outputFile: "test-results/playwright.json" }]],
  fullyParallel: true,
  forbidOnly: true,
  // A story that needs its second try passes and is named at the end: it says that something waits on the machine's pace.
  retries: 1,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    // Another zone than the clinic's: what a page says of days must come from the clinic.
    timezoneId: "Asia/Tokyo",
    colorScheme: "light",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.SOUNDINGS_BROWSER || "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
