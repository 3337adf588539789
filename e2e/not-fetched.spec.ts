// Code that is gone from the server takes nothing that was measured with it, and each place says so and offers the way out.
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { RUNS, QUICK, barLink, keptLink, keptRows, openBenchmark, runToEnd, tableTexts } from "./quick.ts";

const LONG = "agents=1,2,3,4,5,6,7,8&repeats=5&window=300";

/** Takes code off the server, as an update of the app does. @param name how its file begins @returns how to put it back */
async function takeAway(page: Page, name: string): Promise<() => Promise<void>> {
  const files = new RegExp(`/assets/${name}-[^/]*\\.js(?:\\?|$)`);
  await page.route(files, (route) => route.fulfill({ status: 404 }));
  return () => page.unroute(files);
}

/** Puts something into the page that only a reload takes away. */
async function mark(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute("data-marked", ""));
  return () => page.evaluate(() => document.documentElement.hasAttribute("data-marked"));
}

test(
  "a result stays where the library cannot be fetched, can be downloaded, and is kept by trying again",
  RUNS,
  async ({ page }) => {
    const putBack = await takeAway(page, "library-db");
    await openBenchmark(page, QUICK);
    await runToEnd(page);
    await expect(
      page.getByText("Not kept: The part of Headroom that keeps results could not be fetched."),
    ).toBeVisible();
    await expect(keptLink(page)).toHaveCount(0);
    expect(await tableTexts(page)).toHaveLength(3);
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download it" }).click();
    expect(await readFile(await (await downloading).path(), "utf8")).toContain('"format": "headroom-result"');
    const refusedAgain = page.waitForResponse(/\/assets\/library-db-/);
    await page.getByRole("button", { name: "Try again" }).click();
    await refusedAgain;
    await expect(page.getByText("Not kept:")).toBeVisible();
    await putBack();
    // The first retry may still be fetching, and then it already finds the code again.
    await expect(async () => {
      const again = page.getByRole("button", { name: "Try again" });
      if (await again.isVisible()) await again.click({ timeout: 5_000 });
      await expect(keptLink(page)).toBeVisible({ timeout: 10_000 });
    }).toPass({ timeout: 120_000 });
    await keptLink(page).click();
    await expect(keptRows(page)).toHaveCount(1);
  },
);

test("charts and links that cannot be fetched say so, and the result stays beside them", RUNS, async ({ page }) => {
  const putBack = [await takeAway(page, "result-charts"), await takeAway(page, "result-link")];
  await openBenchmark(page, QUICK);
  await runToEnd(page);
  await expect(page.getByText("The charts could not be fetched.")).toBeVisible();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("The link could not be made.")).toBeVisible();
  expect(await tableTexts(page)).toHaveLength(3);
  for (const back of putBack) await back();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("svg.recharts-surface")).toHaveCount(2);
  expect(await tableTexts(page)).toHaveLength(3);
});

test("where the code that opens files cannot be fetched the page says so, and the next try opens them", async ({
  page,
}) => {
  const putBack = await takeAway(page, "take-files");
  await openBenchmark(page, "");
  const picker = page.getByLabel("Result, reference or CSV file");
  const file = { name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from("agents,throughput\n1,10\n2,19\n") };
  await picker.setInputFiles(file);
  await expect(page.getByRole("alert")).toContainText("The code that opens files could not be fetched. Try again.");
  await putBack();
  await picker.setInputFiles(file);
  await expect(page.getByRole("checkbox", { name: /mine/ })).toBeChecked();
});

test(
  "a page that is gone from the server ends no run: it says so, and reloading is offered afterwards",
  RUNS,
  async ({ page }) => {
    const putBack = await takeAway(page, "results-page");
    await openBenchmark(page, LONG);
    const isMarked = await mark(page);
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await expect(page.locator("tr[data-at]").first()).toBeVisible({ timeout: 60_000 });
    await barLink(page, "Results").click();
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("This page could not be fetched");
    await expect(alert).toContainText("A measurement is running in this tab and will be kept.");
    await expect(alert.getByRole("button", { name: "Reload" })).toHaveCount(0);
    await alert.getByRole("link", { name: "Go to the Benchmark" }).click();
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(keptLink(page)).toBeVisible({ timeout: 30_000 });
    await barLink(page, "Results").click();
    await expect(alert).toContainText("Everything that was measured is kept in the library.");
    await expect(alert.getByRole("button", { name: "Reload" })).toBeVisible();
    expect(await isMarked()).toBe(true);
    await putBack();
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(keptRows(page)).toHaveCount(1);
    expect(await isMarked()).toBe(true);
  },
);
