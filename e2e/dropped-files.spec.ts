// Files that are dropped: any kind, on any page, and each leads to the right one.
import { expect, type Page, test } from "@playwright/test";
import { realisticResult } from "../src/results/fixtures/realistic-result.ts";
import { libraryHeader, libraryLine } from "../src/results/library/library-file.ts";
import { publicCase } from "../src/results/fixtures/public-cases.ts";
import { keptRows } from "./quick.ts";

type Dropped = readonly [name: string, text: string];

async function drop(page: Page, ...files: readonly Dropped[]): Promise<void> {
  const data = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const [name, text] of list) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
}

async function open(page: Page, hash: string): Promise<void> {
  await page.goto(`./${hash}`);
  // The words of the front page are there before the app is.
  await expect(page.getByRole("navigation", { name: "Pages" }).first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

function result(seed: number) {
  return { ...realisticResult({ seed, repeats: 4 }), id: `dropped${seed}` };
}

const curve: Dropped = ["curve.csv", "agents,throughput\n1,100\n4,300\n"];
const demand: Dropped = ["demand.csv", "date,demand\n2027-01-01,600\n2027-02-01,800\n"];
const one: Dropped = ["one.json", JSON.stringify(result(1))];
const two: Dropped = ["two.json", JSON.stringify(result(2))];
const pages = ["#/", "#/capacity", "#/capacity/plan", "#/results", "#/catalogue"] as const;

for (const hash of pages) {
  test(`a library dropped on ${hash} is taken in and shown in the Results`, async ({ page }) => {
    const labels = { name: "From afar", tags: [], pinned: false, savedAt: "2026-11-22T18:00:00.000Z" };
    const line = libraryLine({ labels: { ...labels, ending: "finished" }, result: result(3) });
    await open(page, hash);
    await drop(page, ["library.ndjson", libraryHeader(1, labels.savedAt) + line]);
    await expect(page.getByText("1 result taken in.")).toBeVisible();
    await expect(keptRows(page)).toContainText("From afar");
  });

  test(`two results dropped on ${hash} are compared, or planned from where plans are made`, async ({ page }) => {
    await open(page, hash);
    await drop(page, one, two);
    if (hash === "#/capacity/plan") {
      await expect(page).toHaveURL(/curve=rows.*source=shared/);
      await expect(page.getByRole("alert")).toContainText("two.json was left out");
    } else await expect(page.getByRole("heading", { name: "How do these 2 results differ?" })).toBeVisible();
  });

  test(`demand dropped on ${hash} becomes the growth of the plan`, async ({ page }) => {
    await open(page, hash);
    await drop(page, demand, ["k6.json", publicCase("06-k6-session-1.json")]);
    await expect(page.getByRole("alert")).toContainText("k6.json was not opened: another file led to the plan.");
    await expect(page).toHaveURL(/#\/capacity\/plan\?.*growth=series/);
    await expect(page.getByText("2 dates")).toBeVisible();
  });
}

test("a curve is drawn on the Benchmark page, also from the Results, and planned from on the planner's", async ({
  page,
}) => {
  await open(page, "#/results");
  await drop(page, curve);
  await expect(page.getByRole("checkbox", { name: "curve" })).toBeChecked();
  await open(page, "#/capacity/plan?agents=40");
  await drop(page, curve, demand);
  await expect(page).toHaveURL(/title=curve/);
  await expect(page).toHaveURL(/growth=series/);
  await expect(page).toHaveURL(/agents=40/);
});

test("a file that is dropped on a comparison joins it, until there are six", async ({ page }) => {
  await open(page, "#/results");
  await drop(page, one, two);
  await expect(page.getByRole("heading", { name: "How do these 2 results differ?" })).toBeVisible();
  await drop(page, ["three.json", JSON.stringify(result(3))]);
  await expect(page.getByRole("heading", { name: "How do these 3 results differ?" })).toBeVisible();
  await drop(page, ...[4, 5, 6, 7].map((n): Dropped => [`${n}.json`, JSON.stringify(result(n))]));
  await expect(page.getByRole("alert")).toContainText("At most 6 are compared, and these are 7.");
});

test("a file of another tool waits for a second one, and a bad one beside it is named", async ({ page }) => {
  await open(page, "#/capacity");
  await drop(page, ["k6.json", publicCase("06-k6-session-1.json")], ["cat.png", "\u0089PNG"]);
  await expect(page.getByText("Opened, to be compared: k6.json.")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("cat.png: This file is of no kind");
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("an empty file is called empty, and a CSV with other names is told of the page's own way", async ({ page }) => {
  await open(page, "#/");
  await drop(page, ["nothing.csv", ""], ["crew.csv", "crew,speed\n1,20\n4,70\n"]);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("nothing.csv: This file is empty: nothing is in it.");
  await expect(alert).toContainText("write agents=NAME in “Columns of a CSV with other names”");
  await expect(alert).not.toContainText("--columns");
  await expect(alert).not.toContainText("pytest-benchmark");
});
