// axe on every page and state of the Benchmark, in light and dark, wide and narrow.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { MEASURES, QUICK, copiedLink, openBenchmark, runToEnd } from "./quick.ts";

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`nothing to find in ${colorScheme}`, MEASURES, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, ...(baseURL === undefined ? {} : { baseURL }) });
    const page = await context.newPage();
    await openBenchmark(page, QUICK);
    await expect(page.locator("svg.recharts-surface")).toHaveCount(2);
    expect(await findings(page)).toEqual([]);
    await runToEnd(page);
    expect(await findings(page)).toEqual([]);
    const link = await copiedLink(page);
    await page.goto(link);
    await expect(page.getByText("Shared result ·")).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await findings(page)).toEqual([]);
    await page.goto("about:blank");
    await page.goto("#/r/1.nonsense");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.goto("about:blank");
    await page.goto("#/nowhere");
    await expect(page.getByRole("heading", { name: "There is no page at this address" })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await context.close();
  });
}

test("on a phone nothing is wider than the screen but what scrolls by itself", MEASURES, async ({ page }) => {
  const expectNoOverflow = async (): Promise<void> => {
    for (const width of [320, 360, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  };
  await page.setViewportSize({ width: 390, height: 844 });
  await openBenchmark(page, QUICK);
  await runToEnd(page);
  await expectNoOverflow();
  await page.goto(await copiedLink(page));
  await expect(page.getByText("Shared result ·")).toBeVisible();
  await expect(page.locator("svg.recharts-surface")).toHaveCount(2);
  await expectNoOverflow();
});
