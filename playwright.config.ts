// Whole journeys in a real Chromium against the built app, served with isolation headers.
import { defineConfig } from "@playwright/test";

const executablePath = process.env["HEADROOM_CHROMIUM"];
const firefoxPath = process.env["HEADROOM_FIREFOX"];
/** The main journeys, which run in each engine as projects of their own. */
const ENGINES = "**/engines.spec.ts";
/** `npm test` chooses a free one, so that two runs on one machine do not meet. */
const port = Number(process.env["HEADROOM_E2E_PORT"] ?? 4179);

export default defineConfig({
  testDir: "e2e",
  outputDir: ".cache/playwright",
  // Journeys that measure have the machine to themselves; they are run behind the others, by `npm test`, as a part of their own.
  workers: 2,
  projects: [
    { name: "pages", testIgnore: ENGINES, grepInvert: /@measures/ },
    // What is measured on a machine that others use may be of no use once: a second attempt is counted, and told by name.
    { name: "measuring", testIgnore: ENGINES, grep: /@measures/, workers: 1, retries: 1 },
    { name: "chromium", testMatch: ENGINES, workers: 1, retries: 1 },
    {
      name: "firefox",
      testMatch: ENGINES,
      workers: 1,
      retries: 1,
      use: {
        browserName: "firefox",
        // The system's own Firefox, by WebDriver BiDi.
        channel: "moz-firefox",
        launchOptions: { ...(firefoxPath === undefined ? {} : { executablePath: firefoxPath }), args: [] },
      },
    },
  ],
  // Limits end what hangs: they leave room for a machine several times slower than this one.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}/`,
    trace: "off",
    // It would answer in place of what journeys put on the way; those about it allow it.
    serviceWorkers: "block",
    // What cannot be clicked ends before the journey does, and says so.
    actionTimeout: 120_000,
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        // Without a graphics card it would be imitated, which takes a third of the processor's time.
        "--disable-gpu",
        "--enable-blink-features=ForceEagerMeasureMemory",
      ],
    },
  },
  webServer: {
    command: `node scripts/serve.mjs ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
