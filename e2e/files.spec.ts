// Files and links as strangers send them: real ones open, wrong ones get a message, and the app stays intact.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { realisticResult, seededRandom } from "../src/results/fixtures/realistic-result.ts";
import { encodeLink } from "../src/results/link/result-link.ts";
import { RUNS, QUICK, chooseMore, openBenchmark, runToEnd, tableTexts } from "./quick.ts";

const recorded = "src/results/fixtures/enhanced_ci_results_20250715_153311.json";

test("a recorded FreeAgentics file shows its rows, and its stated efficiency beside the recomputed one", async ({
  page,
}) => {
  await openBenchmark(page, "");
  await page.getByLabel("Result, reference or CSV file").setInputFiles(recorded);
  const table = page.getByRole("table", { name: /FreeAgentics/ }).last();
  await expect(table).toContainText("58.4%");
  await expect(page.getByText("differs from its own throughputs")).toBeVisible();
  await expect(page.getByText("recorded", { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/cpu|CPU|cores/).first()).toBeVisible();
});

test("a CSV opens, and a wrong one names its line", async ({ page }) => {
  await openBenchmark(page, "");
  const picker = page.getByLabel("Result, reference or CSV file");
  const csv = (text: string) => ({ name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await picker.setInputFiles(csv("agents,throughput,trial\n1,100,1\n1,104,2\n4,300,1\n"));
  await expect(page.getByRole("checkbox", { name: /mine/ })).toBeChecked();
  await picker.setInputFiles(csv("agents,throughput\n1,100\n4,many\n"));
  await expect(page.getByRole("alert")).toContainText(/line 3/i);
});

test("at most five references are drawn, several files are taken at once, and each refused one says why", async ({
  page,
}) => {
  await openBenchmark(page, "");
  const csv = (name: string, text = "agents,throughput\n1,100\n4,300\n") => ({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  });
  const picker = page.getByLabel("Result, reference or CSV file");
  await picker.setInputFiles([
    csv("測定.csv"),
    csv("first.csv", "agents,throughput\n1,\n"),
    csv("計測.csv"),
    csv("second.csv", "nothing"),
    csv("замер.csv"),
    csv("fifth.csv"),
    csv("sixth.csv"),
  ]);
  const alert = page.getByRole("alert");
  await expect(alert.getByRole("listitem")).toHaveCount(2);
  await expect(alert).toContainText("first.csv: Line 2");
  await expect(alert).toContainText("second.csv: This file is of no kind");
  for (const name of ["測定", "計測", "замер", "fifth"]) {
    await expect(page.getByRole("checkbox", { name })).toBeChecked();
  }
  const sixth = page.getByRole("checkbox", { name: "sixth" });
  await expect(sixth).not.toBeChecked();
  await expect(sixth).toBeDisabled();
  await expect(page.getByText("At most five references are drawn; untick one first.")).toBeVisible();
  await page.getByRole("checkbox", { name: "fifth" }).uncheck();
  await expect(sixth).toBeEnabled();
  await expect(sixth).not.toBeChecked();
  await sixth.check();
  await expect(page.getByRole("checkbox", { name: "fifth" })).toBeDisabled();
  await alert.getByRole("button", { name: "Dismiss" }).click();
  await expect(alert).toBeHidden();
});

test("a shipped reference that is opened as a file is in the legend once", async ({ page }) => {
  await openBenchmark(page, "");
  await expect(page.getByRole("checkbox", { name: /FreeAgentics/ })).toBeChecked();
  await page
    .getByLabel("Result, reference or CSV file")
    .setInputFiles(["public/reference/published-reference.json", "public/reference/pymdp-threads.json"]);
  await expect(page.getByRole("checkbox", { name: /pymdp/ }).first()).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /FreeAgentics/ })).toHaveCount(1);
  await expect(page.getByRole("checkbox", { name: /pymdp/ })).toHaveCount(2);
});

test("a CSV of thousands of agent counts shows its first rows, and all when asked; ticks of millions are whole", async ({
  page,
}) => {
  await openBenchmark(page, "");
  const lines = Array.from({ length: 5_000 }, (_, n) => `${n + 1},${(n + 1) * 400}`);
  await page.getByLabel("Result, reference or CSV file").setInputFiles({
    name: "long.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`agents,throughput\n${lines.join("\n")}\n`),
  });
  const rows = page.getByRole("table", { name: "long" }).locator("tbody tr");
  await expect(rows).toHaveCount(200);
  const throughput = page.getByRole("img", { name: /^Throughput/ });
  const tick = throughput.getByText("1,000,000", { exact: true });
  await expect(tick).toBeVisible();
  const [label, drawing] = [await tick.boundingBox(), await throughput.boundingBox()];
  expect(label?.x ?? 0).toBeGreaterThanOrEqual(drawing?.x ?? 0);
  await page.getByRole("button", { name: "Show all rows" }).click();
  await expect(rows).toHaveCount(5_000);
});

test("a saved result opens again with the same figures", RUNS, async ({ page }) => {
  await openBenchmark(page, QUICK);
  await runToEnd(page);
  const texts = await tableTexts(page);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download", exact: true }).click(),
  ]);
  await page.goto("#/");
  await page.getByLabel("Result, reference or CSV file").setInputFiles(await saved.path());
  await expect(page.getByText("Shared result ·")).toBeVisible();
  expect(await tableTexts(page)).toEqual(texts);
});

test("a result too large for a link opens from its file all the same, out of the library", async ({ page }) => {
  const random = seededRandom(4);
  const whole = realisticResult({ seed: 4 });
  // Reasons that do not repeat take the most room.
  const uncounted = Array.from({ length: 400 }, (_, repeat) => ({
    series: "row",
    at: 1,
    repeat,
    attempt: 2,
    state: "invalid",
    reason: Array.from({ length: 20 }, () => random().toString(36).slice(2)).join(" "),
  }));
  const large = { ...whole, samples: [...whole.samples, ...uncounted] };
  await page.goto("#/");
  await page.getByLabel("Result, reference or CSV file").setInputFiles({
    name: "large.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(large)),
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("large.json");
  await expect(page.getByRole("table", { name: /^Table of the run/ }).locator("tbody tr")).toHaveCount(7);
});

test("a dropped file is taken, and a dropped picture is refused in words", async ({ page }) => {
  await openBenchmark(page, "");
  const drop = (name: string, text: string) =>
    page.evaluate(
      ([fileName = "", content = ""]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], fileName));
        document.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
      },
      [name, text],
    );
  await drop("dropped.csv", "agents,throughput\n1,10\n2,19\n");
  await expect(page.getByRole("checkbox", { name: /dropped/ })).toBeChecked();
  await drop("cat.png", "\u0089PNG\r\n\u001a");
  await expect(page.getByRole("alert")).toContainText("cat.png");
});

test("links that are cut, newer or nonsense get a plain message and an intact app", async ({ page }) => {
  const payload = await encodeLink(realisticResult({ seed: 1 }));
  for (const wrong of [
    payload.slice(0, payload.length / 2),
    `99.${payload.slice(2)}`,
    "1.<script>",
    "x".repeat(70_000),
  ]) {
    await page.goto("about:blank");
    await page.goto(`#/r/${wrong}`);
    await expect(page.getByRole("heading", { name: "This link holds no result that can be shown" })).toBeVisible();
  }
  const alert = page.getByRole("alert");
  await expect(alert.getByRole("button", { name: "Open file …" })).toBeVisible();
  await alert.getByRole("link", { name: "Benchmark" }).click();
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
});

test("an address without a page leads on: to each page, and to a file that is opened", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("#/no/such/page");
  await expect(page.getByRole("heading", { name: "There is no page at this address" })).toBeVisible();
  const ways = page.getByTestId("ways-on");
  for (const name of ["Benchmark", "Results", "Capacity"]) await expect(ways.getByRole("link", { name })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const buffer = Buffer.from(JSON.stringify(realisticResult({ seed: 1 })));
  await page
    .getByLabel("Result, library or any other file to open")
    .setInputFiles({ name: "mine.json", mimeType: "application/json", buffer });
  await expect(page.getByTestId("verdict")).toBeVisible();
});

test("charts are saved as SVG and PNG, the table as CSV and Markdown", async ({ page }) => {
  await page.goto(`#/r/${await encodeLink(realisticResult({ seed: 1 }))}`);
  for (const [name, file] of [
    ["Save Speed-up as SVG", "headroom-speed-up.svg"],
    ["Save Throughput as PNG", "headroom-throughput.png"],
  ] as const) {
    const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    expect(saved.suggestedFilename()).toBe(file);
  }
  for (const [name, ending] of [
    ["Table as CSV", ".csv"],
    ["Table as Markdown", ".md"],
  ] as const) {
    const [saved] = await Promise.all([page.waitForEvent("download"), chooseMore(page, name)]);
    expect(saved.suggestedFilename()).toMatch(new RegExp(`${ending}$`));
  }
});

test("every line under an exported picture ends inside it", async ({ page }) => {
  await openBenchmark(page, "");
  const name = `${"Endless".repeat(17)}.csv`;
  await page
    .getByLabel("Result, reference or CSV file")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from("agents,throughput\n1,10\n5,40\n") });
  await expect(page.getByRole("checkbox", { name: /Endless/ })).toBeChecked();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save Throughput as SVG" }).click(),
  ]);
  const svg = await readFile(await saved.path(), "utf8");
  const { width, height, ends } = await page.evaluate((text) => {
    const picture = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    document.body.append(picture);
    const frame = picture.getBoundingClientRect();
    const boxes = [...picture.querySelectorAll(":scope > text")].map((line) => line.getBoundingClientRect());
    const inside = boxes.map(({ right, bottom }) => ({ right: right - frame.left, bottom: bottom - frame.top }));
    picture.remove();
    return { width: frame.width, height: frame.height, ends: inside };
  }, svg);
  expect(ends.length).toBeGreaterThan(4);
  for (const { right, bottom } of ends) {
    expect(right).toBeLessThanOrEqual(width);
    expect(bottom).toBeLessThanOrEqual(height);
  }
});

test("names of one endless word do not widen the page", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openBenchmark(page, "");
  const name = `${"N".repeat(150)}.csv`;
  const picker = page.getByLabel("Result, reference or CSV file");
  await picker.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from("agents,throughput\n1,10\n5,40\n") });
  await expect(page.getByRole("checkbox", { name: /NNN/ })).toBeChecked();
  await picker.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from("{}") });
  await expect(page.getByRole("alert")).toContainText("NNN");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
