// axe on every page and state of the Benchmark, in light and dark, wide and narrow.
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { header, slotAt } from "../src/monitor/fixtures/slots.ts";
import { entryLine, headerLine } from "../src/monitor/recording/recording.ts";
import { RUNS, QUICK, copiedLink, openBenchmark, runToEnd } from "./quick.ts";
import { expectAccessible, expectNoOverflow } from "./sound.ts";

test(
  "before a run, after it and behind its link: nothing to find, and nothing wider than a phone",
  RUNS,
  async ({ page }) => {
    await openBenchmark(page, QUICK);
    await expect(page.locator("svg.recharts-surface")).toHaveCount(2);
    await expectAccessible(page);
    await runToEnd(page);
    await expectAccessible(page);
    const link = await copiedLink(page);
    await expectNoOverflow(page);
    await page.goto(link);
    await expect(page.getByText("Shared result ·")).toBeVisible();
    await expect(page.locator("svg.recharts-surface")).toHaveCount(2);
    await expectNoOverflow(page);
    await expectAccessible(page);
  },
);

test("the Profile page before a profile and with one: nothing to find, and nothing wider than a phone", async ({
  page,
}) => {
  await page.goto("#/profile");
  await expect(page.getByTestId("empty")).toBeVisible();
  await expectAccessible(page);
  await page
    .getByLabel("A profile that was saved here")
    .setInputFiles(join("src", "profile", "fixtures", "profile-1.trace.json"));
  await expect(page.getByTestId("flame")).toBeVisible();
  await page.getByText("Open in speedscope, Perfetto or the Firefox Profiler").click();
  await expectAccessible(page);
  await expectNoOverflow(page);
  await expectAccessible(page);
});

test("the Monitor page empty and with a recording: nothing to find, and nothing wider than a phone", async ({
  page,
}) => {
  await page.goto("#/monitor");
  await expect(page.getByRole("button", { name: "Start", exact: true })).toBeVisible();
  await expectAccessible(page);
  const slots = Array.from({ length: 30 }, (_, n) => entryLine({ slot: slotAt(n) }));
  await page.getByLabel("Recording to play back").setInputFiles({
    name: "soak.ndjson",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from(headerLine(header) + slots.join("")),
  });
  await expect(page.getByTestId("tile throughput")).toContainText("200 op/s");
  await page.getByText("Edit the rules").click();
  await page.getByText("The last intervals in figures").click();
  await expectAccessible(page);
  await expectNoOverflow(page);
  await expectAccessible(page);
});

test("addresses that show nothing: nothing to find", async ({ page }) => {
  await page.goto("#/r/1.nonsense");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.goto("about:blank");
  await page.goto("#/nowhere");
  await expect(page.getByRole("heading", { name: "There is no page at this address" })).toBeVisible();
  await expectAccessible(page);
});
