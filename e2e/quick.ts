// The small run that journeys use, and the acts that several journeys share.
import { expect, type Locator, type Page, type Worker } from "@playwright/test";
import type { Result } from "../src/results/format/result.ts";
import { defaultName } from "../src/results/library/entry.ts";
import { libraryHeader, libraryLine } from "../src/results/library/library-file.ts";

/** Three agent counts, one trial each: about four seconds. */
export const QUICK = "agents=1,2,4&repeats=1&window=150";

/** Of a journey that measures: these take turns, as what runs beside a measurement falsifies it. */
export const MEASURES = { tag: "@measures" };

/** Of a journey that starts a run and reads nothing of its figures: it may run beside another. */
export const RUNS = { tag: "@runs" };

/** How long the end of a run is waited for: a run takes its seconds on any machine, and a slow one adds to them. */
export const RUN_ENDS = { timeout: 180_000 };

/** Opens the Benchmark page for a scaling run with parameters. */
export async function openBenchmark(page: Page, parameters: string, base = ""): Promise<void> {
  await page.goto(`${base}#/?scenario=scaling&${parameters}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/agents .*on this machine\?$/);
}

/** Presses Run and waits for the result. */
export async function runToEnd(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Run", exact: true }).click();
  // Until it has begun, the result before it is still shown with its buttons.
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible(RUN_ENDS);
}

/** A machine that others take for so many runs is none to test on. */
const RUNS_MOST = 5;

/** Of a run on a machine that others took nothing is concluded: then it is run again, as its page says. */
export async function untilAnswered(page: Page): Promise<void> {
  for (let runs = 1; runs < RUNS_MOST; runs += 1) {
    const verdict = await page.getByTestId("verdict").innerText();
    if (!verdict.includes("Nothing can be concluded")) return;
    await runToEnd(page);
  }
}

/** Presses Run until something is concluded. */
export async function runToAnswer(page: Page): Promise<void> {
  await runToEnd(page);
  await untilAnswered(page);
}

/** Chooses a question among the cards; what it is folded into is unfolded first. */
export async function chooseQuestion(page: Page, name: string): Promise<void> {
  const questions = page.getByRole("navigation", { name: "What to measure" });
  const card = questions.getByText(name, { exact: true });
  await expect(card).toBeAttached();
  for (const fold of await questions.locator("summary").all()) {
    if (!(await card.isVisible())) await fold.click();
  }
  await card.click();
}

/** Chooses what stands under "More" of a result. */
export async function chooseMore(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name }).click();
}

/** The texts of the table of a run, row by row, without the columns of references: those come when the references are fetched. */
export async function tableTexts(page: Page): Promise<string[]> {
  const rows = page.getByRole("table", { name: /^Table of the run/ }).locator("tbody tr");
  const texts = await rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.children]
        .filter((cell) => cell instanceof HTMLElement && cell.dataset["column"]?.startsWith("times ") !== true)
        .map((cell) => (cell instanceof HTMLElement ? cell.innerText : ""))
        .join(" "),
    ),
  );
  return texts.map((text) => text.replaceAll(/\s+/g, " ").trim());
}

/** The result behind "Copy link", as the address it copies. */
export async function copiedLink(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The worker that holds the first agents. */
export function firstLane(page: Page): Worker | undefined {
  return page.workers().find((worker) => worker.url().endsWith("?lane=0"));
}

/** Puts results into the library as a library file, where what is measured does not matter. */
export async function takeIn(page: Page, results: readonly Result[]): Promise<void> {
  await page.goto("#/results");
  const lines = results.map((result) => {
    const labels = { name: defaultName(result), tags: [], pinned: false, savedAt: result.createdAt };
    return libraryLine({ labels: { ...labels, ending: "finished" }, result });
  });
  await page.getByLabel("Library, result or any other file").setInputFiles({
    name: "library.ndjson",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from(libraryHeader(results.length, "2026-11-21T08:00:00.000Z") + lines.join("")),
  });
  await expect(keptRows(page)).toHaveCount(results.length);
}

/** What says that the shown result is kept, and leads to it. */
export function keptLink(page: Page): Locator {
  return page.getByRole("link", { name: "Kept in the library" });
}

/** The results in the library's list. */
export function keptRows(page: Page): Locator {
  return page.getByRole("list", { name: "Kept results" }).getByRole("listitem");
}

/** A page's link in the bar at the top. */
export function barLink(page: Page, name: string): Locator {
  return page.getByRole("link", { name, exact: true }).first();
}

/** Goes to a page by the bar, and waits until the page before it is gone: an act before that would find it still there. */
export async function goTo(page: Page, name: string): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 });
  const left = await heading.innerText();
  await barLink(page, name).click();
  await expect(heading).not.toHaveText(left);
}

/** A further table of a result, which is opened where it is folded. */
export async function unfolded(page: Page, title: string): Promise<Locator> {
  const fold = page.locator(`details[aria-label="${title}"]`);
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
  return page.getByRole("table", { name: title });
}
