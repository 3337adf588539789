// Serves a built page and starts a real Chromium for it.
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
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      // Memory is measured at once instead of with the next garbage collection, up to 30 s later.
      "--enable-blink-features=ForceEagerMeasureMemory",
    ],
  });
  try {
    await use(browser, server.url);
  } finally {
    await browser.close();
    await server.close();
  }
}
