// axe on every page and state of the Benchmark, in light and dark, wide and narrow.
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { header, slotAt } from "../src/monitor/fixtures/slots.ts";
import { entryLine, headerLine } from "../src/monitor/recording/recording.ts";
import { RUNS, QUICK, copiedLink, openBenchmark, runToEnd } from "./quick.ts";

const SCHEMES = ["light", "dark"] as const;

/** What axe finds in both colour schemes. */
async function expectNothingToFind(page: Page): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    expect(found, colorScheme).toEqual([]);
  }
}

/** Nothing is wider than a phone but what scrolls by itself. */
async function expectNoOverflow(page: Page): Promise<void> {
  for (const width of [320, 360, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
}

test(
  "before a run, after it and behind its link: nothing to find, and nothing wider than a phone",
  RUNS,
  async ({ page }) => {
    await openBenchmark(page, QUICK);
    await expect(page.locator("svg.recharts-surface")).toHaveCount(2);
    await expectNothingToFind(page);
    await runToEnd(page);
    await expectNothingToFind(page);
    const link = await copiedLink(page);
    await expectNoOverflow(page);
    await page.goto(link);
    await expect(page.getByText("Shared result ·")).toBeVisible();
    await expect(page.locator("svg.recharts-surface")).toHaveCount(2);
    await expectNoOverflow(page);
    await expectNothingToFind(page);
  },
);

test("the Profile page before a profile and with one: nothing to find, and nothing wider than a phone", async ({
  page,
}) => {
  await page.goto("#/profile");
  await expect(page.getByTestId("empty")).toBeVisible();
  await expectNothingToFind(page);
  await page
    .getByLabel("A profile that was saved here")
    .setInputFiles(join("src", "profile", "fixtures", "profile-1.trace.json"));
  await expect(page.getByTestId("flame")).toBeVisible();
  await page.getByText("Open in speedscope, Perfetto or the Firefox Profiler").click();
  await expectNothingToFind(page);
  await expectNoOverflow(page);
  await expectNothingToFind(page);
});

test("the Monitor page empty and with a recording: nothing to find, and nothing wider than a phone", async ({
  page,
}) => {
  await page.goto("#/monitor");
  await expect(page.getByRole("button", { name: "Start", exact: true })).toBeVisible();
  await expectNothingToFind(page);
  const slots = Array.from({ length: 30 }, (_, n) => entryLine({ slot: slotAt(n) }));
  await page.getByLabel("Recording to play back").setInputFiles({
    name: "soak.ndjson",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from(headerLine(header) + slots.join("")),
  });
  await expect(page.getByTestId("tile throughput")).toContainText("200 op/s");
  await page.getByText("Edit the rules").click();
  await page.getByText("The last intervals in figures").click();
  await expectNothingToFind(page);
  await expectNoOverflow(page);
  await expectNothingToFind(page);
});

test("addresses that show nothing: nothing to find", async ({ page }) => {
  await page.goto("#/r/1.nonsense");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNothingToFind(page);
  await page.goto("about:blank");
  await page.goto("#/nowhere");
  await expect(page.getByRole("heading", { name: "There is no page at this address" })).toBeVisible();
  await expectNothingToFind(page);
});
