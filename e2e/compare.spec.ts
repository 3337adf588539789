// A comparison as a person uses it: judged, measured again in place, calibrated, with sessions as baseline, and by its link.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { VERDICT_COLUMNS } from "../src/comparison/verdict-table.ts";
import { verdictResults } from "../src/results/fixtures/verdict-results.ts";
import { decodeLink, encodeLink } from "../src/results/link/result-link.ts";
import type { Result } from "../src/results/format/result.ts";
import { copiedLink, keptLink, openBenchmark, RUN_ENDS, runToEnd } from "./quick.ts";

const TINY = "agents=1,2&repeats=1&window=100&topology=none";

/** Measures so many results of one configuration, and opens them as a comparison, the oldest first. */
async function compareRuns(page: Page, count: number): Promise<void> {
  await openBenchmark(page, TINY);
  for (let n = 0; n < count; n += 1) {
    await runToEnd(page);
    await expect(keptLink(page)).toBeVisible();
  }
  await page.goto("#/results");
  const boxes = page.getByRole("checkbox", { name: /^Compare / });
  await expect(boxes).toHaveCount(count);
  for (const box of (await boxes.all()).toReversed()) await box.check();
  await page.getByRole("link", { name: `Compare ${count} results` }).click();
  await expect(page.getByTestId("verdict-summary")).toBeVisible();
}

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

/** The kept results that the address names, separated by commas, without the mark of its check. */
function sourcesOf(page: Page): string {
  return decodeURIComponent(/compare\/v2(?:,|%2C)([^?]*)/.exec(page.url())?.[1] ?? "");
}

test("flagged rows are measured again in place, both outcomes stay, and the link carries them", async ({
  page,
  browser,
}) => {
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
});

test("a calibration tells what this machine's noise is, and is kept", async ({ page }) => {
  await openPair(page);
  await page.getByRole("button", { name: /^Calibrate/ }).click();
  await expect(page.getByTestId("calibration")).toBeVisible(RUN_ENDS);
  await expect(page.getByTestId("calibration")).toContainText(/^Calibrated: .* throughput \d/);
  await expect(page).toHaveURL(/calibration=k\./);
  await page.reload();
  await expect(page.getByTestId("calibration")).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  }
});

test("where nothing can be kept a calibration is taken up whole, and both its results can be downloaded", async ({
  page,
}) => {
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
});

test("a measurement that is stopped leaves the comparison as it was", async ({ page }) => {
  await openPair(page);
  const before = await page.getByTestId("verdict-summary").innerText();
  await page.getByRole("button", { name: /^Calibrate/ }).click();
  await expect(page.getByTestId("pair-progress")).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("button", { name: /^Calibrate/ })).toBeVisible();
  await expect(page.getByTestId("verdict-summary")).toHaveText(before);
  await expect(page.getByTestId("calibration")).toHaveCount(0);
});

test("several results are sessions of one baseline, and the address keeps who is judged", async ({ page }) => {
  await compareRuns(page, 3);
  await page.getByLabel("Judge").selectOption("3");
  await expect(page).toHaveURL(/judge=3/);
  await page.getByLabel("Baseline").selectOption("sessions");
  await expect(page.getByRole("heading", { name: "Better or worse than 1 to 2?" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Better or worse than 1 to 2?" })).toBeVisible();
  await expect(page.getByTestId("verdict-summary")).toBeVisible();
});

test("a result beside itself is refused, and a swapped pair is mentioned", async ({ page }) => {
  await compareRuns(page, 2);
  const sources = sourcesOf(page);
  const [first = "", second = ""] = sources.split(",");
  await page.goto(`#/compare/${first},${first}`);
  await expect(page.getByRole("alert")).toContainText("a comparison with itself says nothing");
  await page.goto(`#/compare/${second},${first}`);
  await expect(page.getByText(/was measured after/)).toBeVisible();
  await expect(page.getByTestId("verdict-summary")).toBeVisible();
});

test("what was measured for a comparison and is gone leaves the comparison standing", async ({ page }) => {
  await compareRuns(page, 2);
  const sources = sourcesOf(page);
  await page.goto(`#/compare/${sources}?calibration=k.gone,k.lost&again=x`);
  await expect(page.getByText(/The calibration is left out\./)).toBeVisible();
  await expect(page.getByText(/What was measured again is left out\./)).toBeVisible();
  await expect(page.getByTestId("verdict-summary")).toBeVisible();
});

test("the page shows the table that npm run regress prints for the same files, behind the link that it prints", async ({
  page,
  baseURL,
}, testInfo) => {
  const { baseline, current } = verdictResults();
  const files = Object.entries({ baseline, current }).map(([name, result]) => {
    const path = testInfo.outputPath(`${name}.json`);
    writeFileSync(path, JSON.stringify(result));
    return [`--${name}`, path];
  });
  const { stdout, status } = spawnSync(
    process.execPath,
    ["scripts/regress.mjs", ...files.flat(), "--site", baseURL ?? ""],
    { encoding: "utf8" },
  );
  // A row is missing on purpose.
  expect(status).toBe(3);
  const lines = stdout.split("\n");
  await page.goto(lines.find((line) => line.includes("#/compare/")) ?? "");
  await expect(page.getByText("1: baseline.json")).not.toHaveCount(0);
  // Figures that follow from others are in a table of their own, behind a fold.
  await page.locator("section", { hasText: "Every verdict" }).locator("summary").click();
  const rows = page.getByTestId("verdicts").locator("tbody tr");
  await expect(rows).not.toHaveCount(0);
  const shown = await rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.querySelectorAll<HTMLElement>("th, td")].map((cell) => cell.innerText.replaceAll(/\s+/g, " ").trim()),
    ),
  );
  const [heads = "", ...printed] = lines.slice(lines.findIndex((line) => /^row +metric/.test(line)));
  const starts = VERDICT_COLUMNS.map((name) => heads.indexOf(name));
  const cut = (line: string) => starts.map((start, at) => line.slice(start, starts[at + 1]).trim());
  const bare = shown.map((cells) =>
    cells.map((text) => text.replace(/^[●▲■◌✕↑↓] /, "").replace(/ (better|worse)$/, "")),
  );
  const lineOf = (cells: readonly string[]) => cells.join(" | ");
  expect(new Set(bare.map(lineOf))).toEqual(new Set(printed.slice(0, shown.length).map((line) => lineOf(cut(line)))));
  const verdicts = new Set(shown.map((cells) => cells[VERDICT_COLUMNS.indexOf("verdict")]?.slice(2)));
  expect(verdicts).toEqual(
    new Set(["critical", "improved", "inconclusive", "minor", "missing", "no change", "warning", "within noise"]),
  );
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  }
});

test("a configuration that differs is the question: judged, named in the sentence, in the chart and in a note", async ({
  page,
}) => {
  await page.goto("#/compare/c.explorer-independent-pool.json,c.explorer-independent-single-lane.json");
  await expect(page.getByTestId("comparison-sentence")).toContainText(
    /^With placement single-lane instead of pool it is slower: throughput is .* lower and .* from 5 agents on/,
  );
  await expect(page.getByText("which is the question: placement: pool against single-lane")).toBeVisible();
  await expect(page.getByTestId("verdict-grid")).toContainText("critical");
  await expect(page.getByTestId("derived-grid")).toBeHidden();
  await page
    .getByText(/^What follows from these: efficiency, core-normalised/)
    .first()
    .click();
  await expect(page.getByTestId("derived-grid")).toBeVisible();
  await page.getByRole("button", { name: "noise floor" }).click();
  await expect(page.getByText(/two sessions of unchanged code/)).toBeVisible();
});

test("results that nobody named are told apart by what differs, and their names travel in a link", async ({ page }) => {
  const { baseline, current } = verdictResults();
  const { settings } = current;
  const other = { ...current, settings: { ...settings, topology: "ring" } };
  await page.goto(`#/compare/${await encodeLink(baseline)},${await encodeLink(other)}`);
  const names = page.getByRole("list", { name: "What is compared" }).getByRole("listitem");
  await expect(names).toContainText([/^1: all-to-all/, /^2: ring/]);
  await page.goto(`#/compare/${await encodeLink(baseline)},${await encodeLink(other)}?names=before,after`);
  await expect(names).toContainText([/^1: before/, /^2: after/]);
});

test("what of an address is not understood is said, on the comparison and where results are ticked", async ({
  page,
}) => {
  const { baseline, current } = verdictResults();
  await page.goto(
    `#/compare/${await encodeLink(baseline)},${await encodeLink(current)}?judge=9&baseline=mean&allow=colour`,
  );
  for (const problem of ["judge=9; it must be 2", "baseline=mean; only sessions", "allow=colour; no fact"]) {
    await expect(page.getByText(`The address says ${problem}`)).toBeVisible();
  }
  await expect(page.getByTestId("verdict-summary")).toContainText("6 critical");
  await page.goto("#/results?compare=k.gone,k.lost");
  await expect(page.getByText("The address ticks 2 results that are not here")).toBeVisible();
});

test("on a phone the rows of verdicts keep their names in sight", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("#/compare/c.explorer-independent-pool.json,c.explorer-independent-single-lane.json");
  const table = page.getByRole("region", { name: "Verdicts with their figures" });
  const name = table.getByRole("rowheader").first();
  await expect(name).toBeVisible();
  const before = await name.boundingBox();
  await table.evaluate((frame) => frame.scrollTo({ left: frame.scrollWidth }));
  await expect.poll(() => table.evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(100);
  expect((await name.boundingBox())?.x).toBe(before?.x);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("a published reference is shown beside a result, and is not comparable with it", async ({ page }) => {
  await openBenchmark(page, TINY);
  await runToEnd(page);
  await page.goto("#/results");
  await page.getByRole("checkbox", { name: /^Compare / }).check();
  await page.getByText("Compare with references").click();
  await page.getByRole("checkbox", { name: /published \(derived\)/ }).check();
  await page.getByRole("link", { name: "Compare 2 results" }).click();
  await expect(page.getByTestId("verdict-summary")).toContainText("measured by: Headroom against published");
  await expect(page.getByTestId("compared")).toContainText("284");
  await expect(page.getByRole("button", { name: /^Calibrate/ })).toHaveCount(0);
});

test("files of other tools are compared by the readers that npm run regress has; a bad one is named", async ({
  page,
}) => {
  const rounds = (by: number) => Array.from({ length: 12 }, (_, n) => by * (1 + 0.001 * (n % 5)));
  const file = (name: string, by: number) => ({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ benchmarks: [{ name: "test_step", stats: { mean: by, data: rounds(by) } }] })),
  });
  await page.goto("#/results");
  const chooser = page.getByLabel("Compare files");
  await chooser.setInputFiles([file("was.json", 1), { ...file("bad.json", 1), buffer: Buffer.from('{"name": "x"}') }]);
  await expect(page.getByRole("alert")).toContainText("bad.json: This JSON is of no kind that can be compared");
  await chooser.setInputFiles([file("was.json", 1)]);
  await expect(page.getByRole("alert")).toContainText("One file alone is compared with nothing");
  await chooser.setInputFiles([file("was.json", 1), file("is.json", 1.5)]);
  await expect(page.getByTestId("verdict-summary")).toContainText("1 critical");
  await expect(page.getByTestId("compared")).toContainText("test_step");
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("came from a file that only the tab which opened it knows");
});
