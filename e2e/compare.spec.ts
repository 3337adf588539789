// A comparison as a person uses it: judged, with sessions as baseline, as npm run regress prints it, and by its address.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { VERDICT_COLUMNS } from "../src/comparison/verdict-table.ts";
import { realisticResult } from "../src/results/fixtures/realistic-result.ts";
import { verdictResults } from "../src/results/fixtures/verdict-results.ts";
import { encodeLink } from "../src/results/link/result-link.ts";
import { RUNS, openBenchmark, runToEnd, takeIn } from "./quick.ts";
import { expectAccessible } from "./sound.ts";

/** Opens so many kept results of one configuration as a comparison, the oldest first. */
async function compareKept(page: Page, count: number): Promise<void> {
  const results = Array.from({ length: count }, (_, at) => ({
    ...realisticResult({ seed: at + 1, repeats: 2, noise: 0.01 }),
    createdAt: `2026-06-0${at + 1}T00:00:00.000Z`,
  }));
  await takeIn(page, results);
  const boxes = page.getByRole("checkbox", { name: /^Compare / });
  for (const box of (await boxes.all()).toReversed()) await box.check();
  await page.getByRole("link", { name: `Compare ${count} results` }).click();
  await expect(page.getByTestId("verdict-summary")).toBeVisible();
}

/** The kept results that the address names, separated by commas, without the mark of its check. */
function sourcesOf(page: Page): string {
  return decodeURIComponent(/compare\/v2(?:,|%2C)([^?]*)/.exec(page.url())?.[1] ?? "");
}

test("several results are sessions of one baseline, and the address keeps who is judged", async ({ page }) => {
  await compareKept(page, 3);
  await page.getByLabel("Judge").selectOption("3");
  await expect(page).toHaveURL(/judge=3/);
  await page.getByLabel("Baseline").selectOption("sessions");
  await expect(page.getByRole("heading", { name: "Better or worse than 1 to 2?" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Better or worse than 1 to 2?" })).toBeVisible();
  await expect(page.getByTestId("verdict-summary")).toBeVisible();
});

test("a result beside itself is refused, and a swapped pair is mentioned", async ({ page }) => {
  await compareKept(page, 2);
  const sources = sourcesOf(page);
  const [first = "", second = ""] = sources.split(",");
  await page.goto(`#/compare/${first},${first}`);
  await expect(page.getByRole("alert")).toContainText("a comparison with itself says nothing");
  await page.goto(`#/compare/${second},${first}`);
  await expect(page.getByText(/was measured after/)).toBeVisible();
  await expect(page.getByTestId("verdict-summary")).toBeVisible();
});

test("what was measured for a comparison and is gone leaves the comparison standing", async ({ page }) => {
  await compareKept(page, 2);
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
  const inCi = await page.getByRole("link", { name: "docs/ci.md" }).getAttribute("href");
  expect((await page.request.get(new URL(inCi ?? "", page.url()).href)).status()).toBe(200);
  const verdicts = new Set(shown.map((cells) => cells[VERDICT_COLUMNS.indexOf("verdict")]?.slice(2)));
  expect(verdicts).toEqual(
    new Set(["critical", "improved", "inconclusive", "minor", "missing", "no change", "warning", "within noise"]),
  );
  await expectAccessible(page);
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

test("too few repeats: the sentence says what can be enough, and beside it is what can be measured", async ({
  page,
}) => {
  const [before, after] = [1, 2].map((seed) => ({ ...realisticResult({ seed, repeats: 3 }), id: `r${seed}` }));
  if (before === undefined || after === undefined) throw new Error("There are two results.");
  await page.goto(`#/compare/${await encodeLink(before)},${await encodeLink(after)}`);
  await expect(page.getByTestId("comparison-sentence")).toHaveText(
    "It cannot be told: 3 repeats each are too few; 7 each can be enough.",
  );
  const offered = page.getByText(/cannot be measured again here|“Measure again” repeats/);
  const compared = page.getByRole("list", { name: "What is compared" });
  const [above, below] = [await offered.boundingBox(), await compared.boundingBox()];
  expect(above?.y).toBeLessThan(below?.y ?? 0);
});

test("on a phone the rows of verdicts keep their names in sight", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("#/compare/c.explorer-independent-pool.json,c.explorer-independent-single-lane.json");
  const table = page.getByRole("region", { name: "Verdicts with their figures" });
  const name = table.getByRole("rowheader").first();
  await expect(name).toBeVisible();
  // What was found is in view before anything is scrolled.
  for (const heading of ["verdict", "change"]) {
    const box = await table.getByRole("columnheader", { name: heading }).boundingBox();
    expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
  await expect(table.getByRole("row", { name: /^5 agents throughput critical/ })).toBeVisible();
  // Where columns are cut, the frame fades at that side; by keyboard the table scrolls too.
  const frame = table.locator("..");
  await expect(frame).toHaveAttribute("data-has-right", "true");
  await expect(frame).toHaveAttribute("data-has-left", "false");
  await table.focus();
  await page.keyboard.press("ArrowRight");
  await expect(frame).toHaveAttribute("data-has-left", "true");
  const lines = await table
    .getByRole("rowheader")
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).borderTopWidth));
  expect(new Set(lines)).toEqual(new Set(["1px"]));
  const before = await name.boundingBox();
  await table.evaluate((part) => part.scrollTo({ left: part.scrollWidth }));
  await expect(frame).toHaveAttribute("data-has-right", "false");
  await expect.poll(() => table.evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(100);
  expect((await name.boundingBox())?.x).toBe(before?.x);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("terms in the heads of tables are large enough to touch", async ({ page }) => {
  // On a phone tables have no heads.
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.goto("#/catalogue/explorer-independent-pool.json");
  const terms = page
    .getByRole("table", { name: /Table of the run/ })
    .getByRole("columnheader")
    .getByRole("button");
  await expect(terms.first()).toBeVisible();
  const boxes = await Promise.all((await terms.filter({ visible: true }).all()).map((term) => term.boundingBox()));
  expect(boxes.length).toBeGreaterThan(4);
  for (const box of boxes) {
    expect(box?.width).toBeGreaterThanOrEqual(24);
    expect(box?.height).toBeGreaterThanOrEqual(24);
  }
});

test("two without a row in common say what each has, and long names leave the page its width", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("#/results");
  const name = (end: string): string => `${"sessions-of-the-nightly-benchmark-".repeat(5)}${end}.csv`;
  const csv = (rows: string) => ({ mimeType: "text/csv", buffer: Buffer.from(`agents,throughput\n${rows}\n`) });
  await page.getByLabel("Compare files").setInputFiles([
    { name: name("before"), ...csv("1,10\n5,40") },
    { name: name("after"), ...csv("10,70") },
  ]);
  await expect(page.getByTestId("comparison-sentence")).toHaveText(
    "No row is on both sides: the baseline has 1 agent and 5 agents, the current result 10 agents. Measure the same ones on both sides, then compare again.",
  );
  await expect(page.getByRole("main").getByTitle(name("before"), { exact: true })).not.toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("a published reference is shown beside a result, and is not comparable with it", RUNS, async ({ page }) => {
  await openBenchmark(page, "agents=1,2&repeats=1&window=100&topology=none");
  await runToEnd(page);
  await page.goto("#/results");
  await page.getByRole("checkbox", { name: /^Compare / }).check();
  await page.getByText("Compare files or references").click();
  await page.getByRole("checkbox", { name: /published \(derived\)/ }).check();
  await page.getByRole("link", { name: "Compare 2 results" }).click();
  await expect(page.getByTestId("verdict-summary")).toContainText("measured by: Headroom against published");
  await expect(page.getByTestId("compared")).toContainText("284");
  await expect(page.getByRole("button", { name: /^Calibrate/ })).toHaveCount(0);
});
