// Without a network: what was visited once works, says so where it is old, and changes its version only when asked to.
import { cpSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { serve } from "../scripts/lib/server.mjs";
import { RUNS, QUICK, barLink, copiedLink, openBenchmark, runToEnd, tableTexts } from "./quick.ts";

test.use({ serviceWorkers: "allow" });

/** Waits until the whole app is kept: its page comes last. */
async function untilKept(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match("./")));
        return found.some((one) => one !== undefined);
      }),
    )
    .toBe(true);
}

const PAGES = ["#/capacity", "#/capacity/plan", "#/results", "#/monitor", "#/profile", "#/catalogue", "#/compare"];

test(
  "after one visit and without its server every page opens, a run ends and its link is read",
  RUNS,
  async ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const host = await serve();
    await openBenchmark(page, QUICK, host.url);
    await untilKept(page);
    await host.close();
    await page.reload();
    await runToEnd(page);
    expect(await tableTexts(page)).toHaveLength(3);
    const link = await copiedLink(page);
    await page.goto("about:blank");
    await page.goto(link);
    await expect(page.getByText("Shared result ·")).toBeVisible();
    await expect(page.getByRole("button", { name: /· isolated/ })).toBeVisible();
    for (const address of PAGES) {
      await page.goto("about:blank");
      await page.goto(host.url + address);
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/could not be fetched|failed/);
    }
    await page.goto(`${host.url}#/catalogue`);
    await expect(page.getByTestId("catalogue-count")).toHaveText(/^\d+ results\.$/);
    await expect(page.getByText(/Shown as it was read on .*: the site does not answer now\./)).toBeVisible();
    expect(errors).toEqual([]);
  },
);

test("the app can be installed", async ({ playwright, baseURL }, about) => {
  // A browser with a profile: in a private window nothing can be installed.
  const { launchOptions = {} } = about.project.use;
  const profile = await playwright.chromium.launchPersistentContext(about.outputPath("profile"), launchOptions);
  const page = await profile.newPage();
  await page.goto(baseURL ?? "");
  await untilKept(page);
  const session = await profile.newCDPSession(page);
  expect(await session.send("Page.getInstallabilityErrors")).toEqual({ installabilityErrors: [] });
  const { errors, data } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const shortcuts = [...(data ?? "").matchAll(/"url": "(\.[^"]+)"/g)].map(([, url]) => url);
  expect(shortcuts).toEqual(["./#/", "./#/capacity/plan"]);
  await profile.close();
});

/** Puts another version into the folder: its main script has another name, as after any change. */
function changeVersion(folder: string): void {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const main = /assets\/(index-[\w-]+)\.js/.exec(page)?.[1] ?? "";
  expect(main).not.toBe("");
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|html)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(main, "index-changed"));
  }
  renameSync(join(folder, "assets", `${main}.js`), join(folder, "assets", "index-changed.js"));
}

test("a new version is told, and comes when it is asked for", async ({ page }, about) => {
  const folder = about.outputPath("dist");
  cpSync("dist", folder, { recursive: true });
  const host = await serve({ directory: folder });
  await page.goto(host.url);
  await untilKept(page);
  changeVersion(folder);
  // As the tab does by itself when it comes into sight again.
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const notice = page.getByRole("status").filter({ hasText: "A new version is ready." });
  await expect(notice).toBeVisible();
  await expect(page.locator('script[src*="index-changed"]')).toHaveCount(0);
  await notice.getByRole("button", { name: "Reload" }).click();
  await expect(page.locator('script[src*="index-changed"]')).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await host.close();
});

test("a link that is shared with the installed app opens in it", async ({ page }) => {
  await page.goto(`?title=Headroom&text=${encodeURIComponent("See https://other.example/#/capacity?agents=7")}`);
  await expect(page).toHaveURL(/\/#\/capacity\?agents=7$/);
  await expect(barLink(page, "Capacity")).toHaveAttribute("aria-current", "page");
});

for (const isolated of [true, false]) {
  test(`where service workers are refused ${isolated ? "with" : "without"} headers, no error is thrown`, async ({
    browser,
  }) => {
    const host = await serve({ isolated });
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(host.url);
    await page.waitForLoadState("networkidle");
    await barLink(page, "Capacity").click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(errors).toEqual([]);
    await context.close();
    await host.close();
  });
}
