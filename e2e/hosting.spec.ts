// The build on static hosts of every kind: a sub-path without headers, with the service worker and without.
import { expect, test } from "@playwright/test";
import { serve } from "../scripts/lib/server.mjs";
import { RUNS, QUICK, copiedLink, openBenchmark, runToEnd, tableTexts } from "./quick.ts";

test.use({ serviceWorkers: "allow" });

test("under a sub-path of a host without headers the service worker isolates the page", RUNS, async ({ page }) => {
  const host = await serve({ isolated: false, base: "/some/where/" });
  await openBenchmark(page, QUICK, host.url);
  await expect(page.getByRole("button", { name: /· isolated/ })).toBeVisible();
  await runToEnd(page);
  expect(await tableTexts(page)).toHaveLength(3);
  expect(await copiedLink(page)).toContain("/some/where/#/r/3.");
  await host.close();
});

test("where the main script is refused the page says so and what to do", async ({ page }) => {
  await page.route(/\/assets\/index-[^/]*\.js/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), "content-type": "text/plain" } });
  });
  await page.goto("");
  await expect(page.getByText("Headroom has not started")).toBeVisible({ timeout: 10_000 });
  await page.unroute(/\/assets\/index-[^/]*\.js/);
  await page.reload();
  await expect(page.getByRole("navigation", { name: "Pages" }).first()).toBeVisible();
  await expect(page.getByText("Headroom has not started")).toHaveCount(0);
});

test("the gallery of states, which is for development, is not part of the build", async ({ page }) => {
  await page.goto("#/gallery");
  await expect(page.getByRole("heading", { name: "There is no page at this address" })).toBeVisible();
});

test(
  "where the service worker is refused too, the app runs with messages and says what is missing",
  RUNS,
  async ({ browser }) => {
    const host = await serve({ isolated: false });
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await openBenchmark(page, QUICK, host.url);
    await page.getByRole("button", { name: /not isolated/ }).click();
    await expect(page.getByText("workers cannot share memory")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("combobox", { name: "Transport" })).toHaveValue("message");
    await runToEnd(page);
    expect(await tableTexts(page)).toHaveLength(3);
    await expect(page.getByText("agents speak by messages between workers")).toBeVisible();
    await expect(page.getByText("Unavailable. The page is not cross-origin isolated.")).toBeVisible();
    await context.close();
    await host.close();
  },
);
