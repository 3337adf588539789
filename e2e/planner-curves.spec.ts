// The curve that a plan is from: a file of one's own, repeats, what was measured here, and rows that are left out.
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { answer, asked, openPlanner } from "./planner-page.ts";
import { MEASURES, QUICK, openBenchmark, runToAnswer } from "./quick.ts";

const recorded = "src/results/fixtures/enhanced_ci_results_20250715_153311.json";

/** Shows the curve with its rows, its fit and what is concluded from it. */
async function openCurve(page: Page): Promise<void> {
  await page.getByText("The curve and its fit").click();
}

const tenTimes = (agents: number, ops: number) =>
  `${agents}:${Array.from({ length: 10 }, (_, n) => ops + (n - 4.5) * ops * 0.02).join("/")}`;

test("from a recorded file to a manifest, and the same plan from its link in a fresh browser", async ({
  page,
  browser,
}) => {
  await openPlanner(page);
  await page.getByLabel("Result, reference or CSV file to plan from").setInputFiles(recorded);
  await expect(page.getByText("Recorded by FreeAgentics' own benchmarks.").first()).toBeVisible();
  await openCurve(page);
  const excluded = page.getByRole("checkbox", { name: /^Use the row of 1 agent$/ });
  await expect(excluded).toBeChecked();
  const last = page.getByRole("checkbox", { name: /^Use the row of/ }).last();
  await last.uncheck();
  await page.getByRole("textbox", { name: "Demand" }).fill("300");
  await expect(answer(page)).toContainText(
    /Run \d+ process(es)? of \d+ agents? on .*: \d+ op\/s on paper, [\d.]+ [MG]B/,
  );
  await expect(page.getByTestId("explanation")).toContainText(/ binds\.| would be enough if /);
  const sentence = await answer(page).innerText();

  await page.getByText("Files 11, and the names in them").click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Save Deployment/ }).click();
  const manifest = await readFile(await (await downloading).path(), "utf8");
  expect(manifest).toContain("kind: Deployment");
  expect(manifest).toContain("FreeAgentics run of");

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const cold = await browser.newContext();
  const fresh = await cold.newPage();
  await fresh.goto(link);
  await expect(answer(fresh)).toHaveText(sentence);
  await cold.close();
});

test("ten repeats give a probability, and a plan that is only met on paper is not called safe", async ({ page }) => {
  const rows = [tenTimes(1, 20), tenTimes(5, 85), tenTimes(10, 140), tenTimes(20, 180)].join(",");
  await openPlanner(page, `?curve=rows&rows=${rows}&ops=280`);
  await expect(page.getByTestId("safety")).toContainText(/\d+% sure of 280 op\/s/);
  await expect(page.getByTestId("safety")).toContainText("Not safe yet");
  await expect(page.getByTestId("explanation")).toContainText(
    /It meets the demand on \d+ of 500 curves resampled from the repeats, too few to be called safe\./,
  );
});

test("three repeats are too few to be sure, and a paced run is no curve of throughput", async ({ page }) => {
  await openPlanner(page, "?curve=rows&rows=1:20/21/19,5:85/80/90,10:140/120/160,20:180/150/200&ops=280&run=paced");
  await expect(
    page.getByText("This run was paced: it shows what was held, not the most. It is no curve"),
  ).toBeVisible();
  await expect(page.getByTestId("curve-verdict")).toHaveCount(0);
  await openPlanner(page, "?curve=rows&rows=1:20/21/19,5:85/80/90,10:140/120/160,20:180/150/200&ops=280");
  await expect(page.getByTestId("safety")).toContainText("it rests on 3 repeats");
  await expect(page.getByTestId("explanation")).toContainText("Measure with 10 repeats or more.");
});

test("what was measured here a moment ago can be planned from", MEASURES, async ({ page }) => {
  await openBenchmark(page, QUICK);
  await runToAnswer(page);
  await page.getByRole("button", { name: "Plan from this" }).click();
  await expect(asked(page)).toContainText("500 op/s");
  await expect(page.getByText("Measured in a browser by Headroom, as the address says.").first()).toBeVisible();
  await expect(answer(page)).toContainText(/at pymdp's speed, [\d.]+ times what was measured/);
  await page.getByRole("button", { name: "Plan at the measured speed" }).click();
  await expect(answer(page)).not.toContainText("times what was measured");
  await page.getByRole("button", { name: /^Plan at pymdp's speed \([\d.]+ times\)$/ }).click();
  await expect(answer(page)).toContainText(/at pymdp's speed, [\d.]+ times what was measured/);
  await openCurve(page);
  await expect(page.getByTestId("curve-rows").getByRole("row")).toHaveCount(4);
});

test("rows that contradict the others are named when they are left out with a click", async ({ page }) => {
  await openPlanner(page);
  await openCurve(page);
  await expect(page.getByTestId("curve-verdict")).toContainText("The rows favour Amdahl");
  await page.getByRole("checkbox", { name: "Use the row of 30 agents" }).uncheck();
  await page.getByRole("checkbox", { name: "Use the row of 50 agents" }).uncheck();
  const verdict = page.getByTestId("curve-verdict");
  await expect(verdict).toContainText("Too few rows to choose a law: 5 are used, and 6 are needed");
  await expect(verdict).toContainText("The fit puts one at 25.2 agents, but 5 rows are too few");
  await expect(verdict).toContainText("The rows of 30 and 50 agents contradict the law fitted to the others");
});

test("a file that cannot be planned from says why, and the plan stays", async ({ page }) => {
  await openPlanner(page);
  const picker = page.getByLabel("Result, reference or CSV file to plan from");
  const give = (text: string) =>
    picker.setInputFiles({ name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await give("agents,throughput\n1,20\n5,-3\n");
  await expect(page.getByRole("alert")).toContainText('Line 3, column throughput: "-3" is not a number above 0');
  await give("agents,throughput\n5,80\n5,90\n5,85\n");
  await expect(page.getByText("All rows have 5 agents. Add rows at two further agent counts")).toBeVisible();
  await expect(answer(page)).toContainText("processes of 5 agents");
});

test("a curve far too slow for the demand is answered, and its figures are not rounded to nothing", async ({
  page,
}) => {
  await openPlanner(page);
  await page.getByLabel("Result, reference or CSV file to plan from").setInputFiles({
    name: "slow.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("agents,throughput\n1,0.0001\n5,0.0005\n"),
  });
  await expect(answer(page)).toContainText(
    "is out of reach: 64 processes of 5 agents reach 0.032 op/s after one machine has failed",
  );
  await openCurve(page);
  await expect(page.getByTestId("curve-rows").getByRole("row").last()).toContainText("0.0005");
});
