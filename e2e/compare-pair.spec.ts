// What is measured for a comparison in its place: flagged rows again, and a calibration; both travel in its link.
import { expect, type Page, test } from "@playwright/test";
import { decodeLink, encodeLink } from "../src/results/link/result-link.ts";
import type { Result } from "../src/results/format/result.ts";
import { MEASURES, RUNS, copiedLink, openBenchmark, RUN_ENDS, runToEnd } from "./quick.ts";
import { expectAccessible } from "./sound.ts";

/** The same figures in every repeat of a point: of a machine that others used while it measured nothing is concluded. */
function steady({ samples }: Result): Result["samples"] {
  return samples.map((sample) => {
    const first = samples.find((one) => one.state === "valid" && one.series === sample.series && one.at === sample.at);
    return sample.state === "valid" && first?.state === "valid" ? { ...sample, figures: first.figures } : sample;
  });
}

/**
 * Measures once, and opens the result beside a later twin, so that the two are comparable however busy the machine is. C is
 * said to be anything, so that what is measured for the comparison is comparable too. One repeat gives no verdict.
 */
async function openPair(page: Page): Promise<void> {
  await openBenchmark(page, "agents=1,5&repeats=1&window=100&topology=none&workers=2");
  await runToEnd(page);
  const read = await decodeLink(/#\/r\/(.*)$/.exec(await copiedLink(page))?.[1] ?? "");
  if (read.state === "refused") throw new Error(read.message);
  const parallelCapacity = { cores: 2, low: 0.1, high: 64 };
  const environment = { ...read.result.environment, parallelCapacity };
  const result: Result = { ...read.result, samples: steady(read.result), environment };
  const later = { ...result, id: "later", createdAt: "2030-01-01T00:00:00.000Z" };
  await page.goto(`#/compare/${await encodeLink(result)},${await encodeLink(later)}`);
  await expect(page.getByTestId("verdict-summary")).toContainText("inconclusive");
}

test(
  "flagged rows are measured again in place, both outcomes stay, and the link carries them",
  MEASURES,
  async ({ page, browser }) => {
    await openPair(page);
    await page.getByRole("button", { name: /^Measure 1, 5 agents again/ }).click();
    await expect(page.getByTestId("pair-progress")).toContainText(/trial \d+ of \d+/);
    await expect(page.getByTestId("again-summary")).toBeVisible(RUN_ENDS);
    await expect(page.getByRole("columnheader", { name: "again, in turn" })).toBeVisible();
    await expect(page.getByTestId("verdict-summary")).toContainText("inconclusive");
    const said = await page.getByTestId("again-summary").innerText();
    const link = await copiedLink(page);
    const cold = await (await browser.newContext()).newPage();
    await cold.goto(link);
    await expect(cold.getByTestId("again-summary")).toHaveText(said);
    await cold.context().close();
    await page.goto("#/results");
    const kept = page.getByRole("list", { name: "Kept results" });
    await expect(kept.getByText("measured again", { exact: true })).toHaveCount(2);
  },
);

test("a calibration tells what this machine's noise is, and is kept", MEASURES, async ({ page }) => {
  await openPair(page);
  await page.getByRole("button", { name: /^Calibrate/ }).click();
  await expect(page.getByTestId("calibration")).toBeVisible(RUN_ENDS);
  await expect(page.getByTestId("calibration")).toContainText(/^Calibrated: .* throughput \d/);
  await expect(page).toHaveURL(/calibration=k\./);
  await page.reload();
  await expect(page.getByTestId("calibration")).toBeVisible();
  await expectAccessible(page);
});

test(
  "where nothing can be kept a calibration is taken up whole, and both its results can be downloaded",
  MEASURES,
  async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "indexedDB", {
        value: {
          open: () => {
            throw new DOMException("denied", "SecurityError");
          },
        },
      });
    });
    await openPair(page);
    await page.getByRole("button", { name: /^Calibrate/ }).click();
    await expect(page.getByTestId("calibration")).toBeVisible({ timeout: 90_000 });
    await expect(page.getByText(/Not kept: The browser does not let this page keep anything/)).toBeVisible();
    await expect(page).toHaveURL(/calibration=3\./);
    const downloads: string[] = [];
    page.on("download", (download) => downloads.push(download.suggestedFilename()));
    await page.getByRole("button", { name: "Download it" }).click();
    await expect.poll(() => downloads.length).toBe(2);
  },
);

test("a measurement that is stopped leaves the comparison as it was", RUNS, async ({ page }) => {
  await openPair(page);
  const before = await page.getByTestId("verdict-summary").innerText();
  await page.getByRole("button", { name: /^Calibrate/ }).click();
  await expect(page.getByTestId("pair-progress")).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("button", { name: /^Calibrate/ })).toBeVisible();
  await expect(page.getByTestId("verdict-summary")).toHaveText(before);
  await expect(page.getByTestId("calibration")).toHaveCount(0);
});
