// The main journeys, once in each engine that is found: the same acts and the same answers. `npm test` prints which passed where.
import { expect, type Page, test } from "@playwright/test";
import { realisticResult } from "../src/results/fixtures/realistic-result.ts";
import { openPlanner, answer } from "./planner-page.ts";
import { QUICK, RUN_ENDS, keptLink, keptRows, openBenchmark, runToEnd, tableTexts, takeIn } from "./quick.ts";

/** What a person pastes after "Copy link": not every engine lets a test read the clipboard. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    field.setAttribute("aria-label", "Pasted");
    document.querySelector("main")?.append(field);
  });
  const field = page.getByLabel("Pasted");
  await field.click();
  await page.keyboard.press("ControlOrMeta+V");
  return field.inputValue();
}

/** What the page hands to the browser to be saved: not every engine tells a test of downloads. */
async function watchSaving(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (made) => {
      if (made instanceof Blob)
        void made.text().then((text) => document.documentElement.setAttribute("data-saved", text));
      return make(made);
    };
  });
  return async () => (await page.locator("html").getAttribute("data-saved")) ?? "";
}

test("run, table, copied link, cold link", async ({ page, browser }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await openBenchmark(page, QUICK);
  await expect(page.getByRole("button", { name: /· isolated/ })).toBeVisible();
  await runToEnd(page);
  const texts = await tableTexts(page);
  expect(texts).toHaveLength(3);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await pasted(page);
  expect(link).toContain("#/r/3.");
  const cold = await browser.newContext();
  const colleague = await cold.newPage();
  await colleague.goto(link);
  await expect(colleague.getByText("Shared result ·")).toBeVisible();
  expect(await tableTexts(colleague)).toEqual(texts);
  await cold.close();
  expect(errors).toEqual([]);
});

test("capacity and plan", async ({ page }) => {
  await page.goto("#/capacity");
  await page.getByRole("textbox", { name: "Agents" }).fill("25");
  await expect(page.getByTestId("answer")).toContainText("2,475 MB");
  await openPlanner(page);
  await expect(answer(page)).toContainText("Run 6 processes of 30 agents on 2 e2-standard-4");
});

test("library, export, import", async ({ page, browser }) => {
  const savedText = await watchSaving(page);
  await openBenchmark(page, QUICK);
  await runToEnd(page);
  await keptLink(page).click();
  await expect(keptRows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Export all" }).click();
  await expect.poll(savedText).toContain("headroom-library");
  const text = await savedText();
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto("#/results");
  await other
    .getByLabel("Library, result or any other file")
    .setInputFiles({ name: "library.ndjson", mimeType: "application/x-ndjson", buffer: Buffer.from(text) });
  await expect(keptRows(other)).toHaveCount(1);
  await elsewhere.close();
});

test("compare", async ({ page }) => {
  await takeIn(
    page,
    [1, 2].map((seed) => ({
      ...realisticResult({ seed, repeats: 2, noise: 0.01 }),
      createdAt: `2026-06-0${seed}T00:00:00.000Z`,
    })),
  );
  for (const box of await page.getByRole("checkbox", { name: /^Compare / }).all()) await box.check();
  await page.getByRole("link", { name: "Compare 2 results" }).click();
  await expect(page.getByTestId("verdict-summary")).toBeVisible();
});

test("monitor", async ({ page }) => {
  await page.goto("#/monitor?agents=4&grid=5&length=1");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByTestId("tile throughput")).toContainText(/since start \d+(\.\d+)? op\/s/, RUN_ENDS);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByText("Its recording is kept in this browser.")).toBeVisible();
});

test("profile", async ({ page }) => {
  await page.goto("#/profile?component=coordination&agents=4&seconds=1");
  await page.getByRole("button", { name: "Take profile" }).click();
  await expect(page.getByTestId("answer")).toContainText(/takes .*% of a worker's time/, RUN_ENDS);
  await expect(page.getByTestId("phases").getByRole("row", { name: "infer policies" })).toBeVisible();
});
