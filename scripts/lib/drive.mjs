// Drives the built app in a real Chromium as a person would: opens a configuration, presses Run, saves the result.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { ensureBrowser } from "./browser.mjs";
import { serve } from "./server.mjs";

/**
 * Serves the built app, or another folder, and starts a Chromium for it.
 * @param {(browser: import("playwright-core").Browser, url: string) => Promise<void>} use
 * @param {{ directory?: string }} served
 */
export async function withBrowser(use, served = {}) {
  const server = await serve(served);
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  });
  try {
    await use(browser, server.url);
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * @param {(runInApp: (parameters: Record<string, string>) => Promise<{result: object, row: (agents: number) => Record<string, string>}>) => Promise<void>} use
 *   is given a function that measures one configuration and returns the saved result with the texts of the table
 */
export async function withApp(use) {
  await withBrowser(async (browser, url) => {
    await use(async (parameters) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      await page.goto(`${url}#/?${new URLSearchParams(parameters)}`);
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await page.getByRole("button", { name: "Save", exact: true }).waitFor({ timeout: 900_000 });
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save", exact: true }).click(),
      ]);
      const result = JSON.parse(readFileSync(await saved.path(), "utf8"));
      const [table] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "CSV", exact: true }).click(),
      ]);
      const [header = "", ...lines] = readFileSync(await table.path(), "utf8")
        .trim()
        .split("\r\n");
      const names = header.split(",");
      const rows = lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i], cell])));
      const verdict = await page.getByTestId("verdict").innerText();
      await page.close();
      return { result, verdict, row: (agents) => rows.find((row) => row.agents === String(agents)) ?? {} };
    });
  });
}
