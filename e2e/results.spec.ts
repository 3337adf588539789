// The library as a person uses it: what was measured is kept, found, named, deleted and brought back, and survives a crash.
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { realisticResult } from "../src/results/fixtures/realistic-result.ts";
import { timeScaled } from "../src/results/fixtures/time-scaled.ts";
import { libraryHeader, libraryLine } from "../src/results/library/library-file.ts";
import { RUNS, QUICK, chooseMore, keptLink, keptRows, openBenchmark, runToEnd, takeIn } from "./quick.ts";
import { expectAccessible } from "./sound.ts";

async function openLibrary(page: Page): Promise<void> {
  await page.goto("#/results");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What has been measured here?");
}

test("an empty library says what will be in it", async ({ page }) => {
  await openLibrary(page);
  await expect(page.getByTestId("library-count")).toContainText("Every run that ends on the Benchmark page is kept");
});

test(
  "a run is kept by itself: named, tagged, pinned, found, opened, deleted and brought back",
  RUNS,
  async ({ page }) => {
    await openBenchmark(page, QUICK);
    await runToEnd(page);
    await keptLink(page).click();
    await expect(keptRows(page)).toHaveCount(1);
    await page.getByRole("button", { name: /^Name and tags of/ }).click();
    await page.getByLabel("Name", { exact: true }).fill("Before the change");
    await page.getByLabel("Tags, with commas between them").fill("laptop, quick");
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await expect(keptRows(page)).toContainText("Before the change");
    await page.getByRole("button", { name: "Pin Before the change" }).click();
    await expect(page.getByRole("button", { name: "Unpin Before the change" })).toBeVisible();

    await page.getByRole("searchbox").fill("laptop nothing");
    await expect(page.getByText("Nothing is found.")).toBeVisible();
    await page.getByRole("searchbox").fill("LAPTOP before");
    await expect(keptRows(page)).toHaveCount(1);

    await page.reload();
    await page.getByRole("link", { name: "Before the change" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Before the change");
    await expect(page.getByRole("table", { name: /Table of the run/ }).locator("tbody tr")).toHaveCount(3);
    await page.goBack();

    await page.getByRole("button", { name: "Delete Before the change" }).click();
    await expect(keptRows(page)).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(keptRows(page)).toContainText("Before the change");
  },
);

/** Ways in which a run ends without anybody's leave. */
const accidents: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "a closed tab": (page) => page.close(),
  "a reload": (page) => page.reload(),
  "a crashed tab": async (page) => {
    const devtools = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    // The answer to it never comes.
    void devtools.send("Page.crash").catch(() => undefined);
    await crashed;
  },
};

for (const [what, happen] of Object.entries(accidents)) {
  test(`${what} in mid-run loses no finished trial`, RUNS, async ({ page, context }) => {
    await openBenchmark(page, "agents=1,2,4&repeats=4&window=300");
    await page.getByRole("button", { name: "Run", exact: true }).click();
    const progress = page.getByText(/^Trial ([4-9]|\d\d) of /);
    await expect(progress).toBeVisible();
    const finished = Number(/^Trial (\d+)/.exec(await progress.innerText())?.[1]) - 1;
    await happen(page);
    const next = await context.newPage();
    const told = what === "a reload" ? page : next;
    if (told === next) await openBenchmark(next, "");
    await expect(told.getByText("A run was cut when its tab was closed or reloaded")).toBeVisible();
    await openLibrary(next);
    await expect(keptRows(next)).toContainText("interrupted: the tab was closed");
    const kept = Number(/(\d+) trials/.exec(await keptRows(next).innerText())?.[1]);
    expect(kept).toBeGreaterThanOrEqual(finished);
    await next.getByRole("link", { name: /explorer/ }).click();
    await expect(next.getByText("How this was measured")).toBeVisible();
  });
}

test("a library travels as one file, and what is here already stays", async ({ page, browser }) => {
  await takeIn(page, [realisticResult({ seed: 1 })]);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export all" }).click();
  const path = await (await downloading).path();
  await page.getByLabel("Library, result or any other file").setInputFiles(path);
  await expect(page.getByText("0 results taken in; 1 was here already and stays as it is.")).toBeVisible();
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await openLibrary(elsewhere);
  await elsewhere.getByLabel("Library, result or any other file").setInputFiles(path);
  await expect(elsewhere.getByText("1 result taken in.")).toBeVisible();
  await expect(keptRows(elsewhere)).toHaveCount(1);
  await elsewhere
    .getByLabel("Library, result or any other file")
    .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(elsewhere.getByRole("alert")).toContainText("x.json: This JSON is of no kind that can be compared");
  await other.close();
});

test("results are taken in by Import, one or several, and none of them is opened", async ({ page }) => {
  await openLibrary(page);
  const picker = page.getByLabel("Library, result or any other file");
  const file = (name: string, seed: number) => ({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ ...realisticResult({ seed, repeats: 3 }), id: `imported${seed}` })),
  });
  await picker.setInputFiles([file("Anna.json", 1), file("Ben.json", 2)]);
  await expect(page.getByText("2 results taken in.")).toBeVisible();
  await expect(keptRows(page)).toHaveCount(2);
  await picker.setInputFiles([file("Anna.json", 1)]);
  await expect(page.getByText("0 results taken in; 1 was here already and stays as it is.")).toBeVisible();
  await picker.setInputFiles([file("Cleo.json", 3), { ...file("bad.json", 4), buffer: Buffer.from("{}") }]);
  await expect(page.getByText("1 result taken in.")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("bad.json: ");
  await expect(keptRows(page)).toHaveCount(3);
  for (const name of ["Anna", "Ben", "Cleo"]) await expect(keptRows(page).filter({ hasText: name })).toHaveCount(1);
  expect(page.url()).toMatch(/#\/results$/);
});

test("two results are compared with intervals and verdicts, and the comparison travels in its link", async ({
  page,
  browser,
}) => {
  const first = realisticResult({ seed: 1 });
  await takeIn(page, [first, { ...realisticResult({ seed: 2 }), settings: { ...first.settings, topology: "none" } }]);
  for (const box of await page.getByRole("checkbox", { name: /^Compare / }).all()) await box.check();
  await page.getByRole("link", { name: "Compare 2 results" }).click();
  await expect(page.getByTestId("compared").locator("tbody tr")).toHaveCount(7);
  await expect(page.getByRole("table", { name: /Facts that are not the same/ })).toContainText("Topology");
  const summary = await page.getByTestId("verdict-summary").innerText();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const cold = await (await browser.newContext()).newPage();
  await cold.goto(link);
  await expect(cold.getByTestId("verdict-summary")).toHaveText(summary);
  await cold.goto(link.slice(0, -40));
  await expect(cold.getByRole("alert")).toContainText("This link was cut or changed on its way");
  await cold.context().close();
});

test("two tabs show one library, and neither brings back what the other deleted", RUNS, async ({ page, context }) => {
  const other = await context.newPage();
  await openLibrary(other);
  await openBenchmark(page, QUICK);
  await page.bringToFront();
  await runToEnd(page);
  await expect(keptRows(other)).toHaveCount(1);
  await openLibrary(page);
  await other.getByRole("button", { name: /^Delete / }).click();
  await expect(keptRows(page)).toHaveCount(0);
  // The run's memory is measured after its end, and would be put into a result that is there no more.
  await page.reload();
  await expect(page.getByTestId("library-count")).toContainText("Nothing yet.");
});

test("Compare begins with the result that stands, and ticks survive a way back", RUNS, async ({ page }) => {
  await openBenchmark(page, QUICK);
  await runToEnd(page);
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page.getByText("One is ticked, and the others are compared with it")).toBeVisible();
  await page.getByRole("link", { name: "Benchmark", exact: true }).first().click();
  await page.getByRole("link", { name: "Results", exact: true }).first().click();
  await expect(page.getByRole("checkbox", { name: /^Compare / })).toBeChecked();
});

test("where nothing can be kept the app works and says so", RUNS, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "indexedDB", {
      value: {
        open: () => {
          throw new DOMException("denied", "SecurityError");
        },
      },
    });
  });
  await openBenchmark(page, QUICK);
  await runToEnd(page);
  await expect(page.getByText(/Not kept: The browser does not let this page keep anything/)).toBeVisible();
  await openLibrary(page);
  await expect(page.getByRole("status").filter({ hasText: "Nothing is kept here." })).toBeVisible();
});

test("sessions of one configuration become a trend with its change marked, and a badge", async ({ page }) => {
  const base = realisticResult({ seed: 5, repeats: 4 });
  const lines = Array.from({ length: 10 }, (_, n) => {
    const createdAt = `2026-11-${String(n + 10)}T08:00:${String(n + 10)}.000Z`;
    const samples = base.samples.map((sample) => timeScaled(sample, n < 6 ? 1 : 1.25));
    const labels = { name: "Nightly", tags: [], pinned: false, savedAt: createdAt };
    return libraryLine({
      labels: { ...labels, ending: "finished" },
      result: { ...base, id: `night${n}`, createdAt, samples },
    });
  });
  await openLibrary(page);
  await page.getByLabel("Library, result or any other file").setInputFiles({
    name: "nights.ndjson",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from(libraryHeader(10, "2026-11-21T08:00:00.000Z") + lines.join("")),
  });
  await expect(keptRows(page).first()).toContainText("op/s");
  await expect(
    keptRows(page)
      .getByRole("img", { name: /^Speed-up/ })
      .first(),
  ).toBeVisible();
  const names = await keptRows(page).getByRole("link").allInnerTexts();
  expect(new Set(names).size).toBe(names.length);
  await keptRows(page).getByRole("link").first().click();
  await chooseMore(page, "Trend");
  await expect(page.getByTestId("trend")).toContainText("1 change over 10 sessions: −20.0%");
  await expect(page.getByTestId("sessions").locator("tbody tr")).toHaveCount(10);
  await expect(page.getByRole("cell", { name: "−20.0%, worse" })).toBeVisible();
  await expectAccessible(page);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Badge as SVG" }).click(),
  ]);
  expect(await readFile(await saved.path(), "utf8")).toContain("▼ −20.0% since 2026-11-16");
});

test("the library has no accessibility violations, light and dark", async ({ page }) => {
  await takeIn(page, [realisticResult({ seed: 1 })]);
  await openLibrary(page);
  await expect(keptRows(page)).toHaveCount(1);
  await expectAccessible(page);
});
