// The planner as a person uses it: the published example, a file of one's own, the sentence, the manifest, the link.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { openBenchmark, QUICK, runToEnd } from "./quick.ts";

const recorded = "src/results/fixtures/enhanced_ci_results_20250715_153311.json";

async function open(page: Page, parameters = ""): Promise<void> {
  await page.goto(`#/capacity/plan${parameters}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What deployment meets the demand?");
}

const answer = (page: Page) => page.getByTestId("answer");

/** What was asked of the plan, in one line. */
const asked = (page: Page) => page.getByText(/^Asked: /);

/** The address of the published example: no headroom, nothing spare, least memory, as addresses without a version mean it. */
const BARE = "?ops=500";

/** Shows the curve with its rows, its fit and what is concluded from it. */
async function openCurve(page: Page): Promise<void> {
  await page.getByText("The curve and its fit").click();
}

test("a new plan has headroom and survives a machine; its machines can be sorted, and its nodes are drawn", async ({
  page,
}) => {
  await open(page);
  await expect(answer(page)).toHaveText(
    "Run 6 processes of 30 agents on 2 e2-standard-4: 1,260 op/s on paper, 16.7 GB, about $196 a month.",
  );
  await expect(page.getByTestId("example")).toContainText("Example, not yours");
  await expect(asked(page)).toContainText("25% headroom, met after losing any machine");
  const offers = page.getByTestId("offers").locator("tbody th");
  await expect(offers.first()).toHaveText(/e2-standard-4.*the plan/);
  await page.getByRole("button", { name: "Memory unused" }).click();
  await expect(page.getByTestId("offers").getByRole("columnheader", { name: "Memory unused" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(offers.last()).toHaveText("e2-standard-16");
  await expect(page.getByTestId("node")).toContainText(/3 processes8,370 MB/);
  await expect(page.getByText("Prices: USD, us-central1, on demand without discounts")).toBeVisible();
});

test("where it runs is asked once: another cloud, machines of one's own, or none", async ({ page }) => {
  await open(page);
  await page.getByLabel("Where?").selectOption("eks");
  await expect(answer(page)).toContainText("2 m5.xlarge");
  await expect(page.getByText("Prices: USD, us-east-1")).toBeVisible();
  await page.getByText("Edit machine types and prices").click();
  await page.getByLabel("Currency (three letters, such as USD)").fill("EUR");
  await page.getByLabel("Prices are from (region and date)").fill("Frankfurt, 2027-01");
  await expect(answer(page)).toContainText(/about €\d+ a month/);
  await expect(page.getByText("Prices: EUR, Frankfurt, 2027-01.")).toBeVisible();
  await page.getByLabel("Where?").selectOption("own");
  await expect(answer(page)).toContainText("2 machine 1");
  await expect(page.getByText("No prices are entered.")).toBeVisible();
  await page.getByLabel("Where?").selectOption("none");
  await expect(page.getByText("Without machine types only the memory of processes is planned.")).toBeVisible();
  await expect(answer(page)).toContainText(/Run \d+ processes of \d+ agents: /);
});

test("all files come in one archive, and on paper the plan is one sheet", async ({ page }) => {
  await open(page);
  await expect(page.getByTestId("explanation")).toBeVisible();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download all (zip)" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("agents-plan.zip");
  const held = unzipSync(await readFile(await saved.path()));
  expect(Object.keys(held)).toContain("kubernetes/agents-workload.yaml");
  for (const format of ["A4", "Letter"]) {
    const paper = (await page.pdf({ format })).toString("latin1");
    expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  }
  await page.emulateMedia({ media: "print" });
  const sheet = page.getByTestId("sheet");
  for (const part of [
    "Run 6 processes of 30 agents",
    "Not safe yet",
    "Asked: 500 op/s",
    "$196 a month",
    "Risks",
    "/capacity/plan",
  ])
    await expect(sheet).toContainText(part);
});

test("the published example: 3×16 equal, 15+16+16 mixed, and both with N+1", async ({ page }) => {
  await open(page, BARE);
  await expect(answer(page)).toHaveText(
    "Run 3 processes of 16 agents on one e2-standard-4: 504 op/s on paper, 5.72 GB, about $98 a month.",
  );
  await expect(page.getByTestId("safety")).toHaveText(
    "Not safe yet: it is only 0.8% above the demand, it rests on published figures that nobody has repeated, and one failed machine stops everything.",
  );
  await expect(page.getByTestId("explanation")).toContainText("Throughput binds.");
  await page.getByRole("combobox", { name: "Processes", exact: true }).selectOption("mixed");
  await expect(answer(page)).toContainText(/2 processes of 16 agents and 1 of 15 .* 5\.66 GB/);
  await page.getByLabel("Survives losing").selectOption("1");
  await expect(answer(page)).toContainText(/4 processes of 9 agents and 1 of 8 .* 7\.27 GB/);
  await page.getByRole("combobox", { name: "Processes", exact: true }).selectOption("equal");
  await expect(answer(page)).toContainText(/5 processes of 9 agents .* 7\.3[34] GB/);
});

test("while a field is not valid the old answer is dimmed, and says that it is the old one", async ({ page }) => {
  await open(page);
  const old = page.getByText("this still answers what was asked before");
  await expect(old).toBeHidden();
  await page.getByRole("textbox", { name: "Demand" }).fill("many");
  await expect(old).toBeVisible();
  await expect(page.locator("div:has(> section[aria-label=Answer])")).toHaveCSS("opacity", "0.6");
  await page.getByRole("textbox", { name: "Demand" }).fill("510");
  await expect(old).toBeHidden();
  await expect(asked(page)).toContainText("510 op/s");
});

test("one process cannot reach 500 op/s, and the page says what would help", async ({ page }) => {
  await open(page, "?processes=1");
  await expect(answer(page)).toHaveText(
    "500 op/s is out of reach: 1 process of 50 agents reaches 284 op/s, and no other size more. Allow more processes, ask for less, or plan from a curve that reaches further.",
  );
});

test("from a recorded file to a manifest, and the same plan from its link in a fresh browser", async ({
  page,
  browser,
}) => {
  await open(page);
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
  await expect(page.getByTestId("explanation")).toContainText(/ binds\.| but for /);
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

test("a demand follows its slider, and the address follows both", async ({ page }) => {
  await open(page);
  const slider = page.getByRole("slider", { name: "Demand, slider" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(asked(page)).toContainText("510 op/s");
  await expect(page).toHaveURL(/ops=510/);
  await page.getByRole("navigation", { name: "Pages" }).first().getByRole("link", { name: "Benchmark" }).click();
  await page.getByRole("navigation", { name: "Pages" }).first().getByRole("link", { name: "Capacity" }).click();
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await expect(asked(page)).toContainText("510 op/s");
});

const tenTimes = (agents: number, ops: number) =>
  `${agents}:${Array.from({ length: 10 }, (_, n) => ops + (n - 4.5) * ops * 0.02).join("/")}`;

test("ten repeats give a probability, and a plan that is only met on paper is not called safe", async ({ page }) => {
  const rows = [tenTimes(1, 20), tenTimes(5, 85), tenTimes(10, 140), tenTimes(20, 180)].join(",");
  await open(page, `?curve=rows&rows=${rows}&ops=280`);
  await expect(page.getByTestId("safety")).toContainText(/\d+% sure of 280 op\/s/);
  await expect(page.getByTestId("explanation")).toContainText("That is not called safe");
});

test("three repeats are too few to be sure, and a paced run is no curve of throughput", async ({ page }) => {
  await open(page, "?curve=rows&rows=1:20/21/19,5:85/80/90,10:140/120/160,20:180/150/200&ops=280&run=paced");
  await expect(
    page.getByText("This run was paced: it shows what was held, not the most. It is no curve"),
  ).toBeVisible();
  await expect(page.getByTestId("curve-verdict")).toHaveCount(0);
  await open(page, "?curve=rows&rows=1:20/21/19,5:85/80/90,10:140/120/160,20:180/150/200&ops=280");
  await expect(page.getByTestId("safety")).toContainText("it rests on 3 repeats");
  await expect(page.getByTestId("explanation")).toContainText("Measure with 10 repeats or more.");
});

test("agents and op/s are asked together, and where nothing binds the factor is told", async ({ page }) => {
  await open(page, "?curve=rows&rows=1:12270,5:13000,10:14000");
  await expect(answer(page)).toContainText("1 process of 1 agent");
  await expect(page.getByTestId("explanation")).toContainText(
    "Nothing binds: this plan carries 24 times what is asked.",
  );
  await page.getByLabel("Asked for as").selectOption("both");
  await page.getByRole("textbox", { name: "Agents", exact: true }).fill("40");
  await expect(answer(page)).toContainText("4 processes of 10 agents");
  await expect(page.getByTestId("explanation")).toContainText("Number of agents binds.");
});

test("a plan survives the loss of a machine where that is asked, and else says that one machine carries all", async ({
  page,
}) => {
  await open(page, BARE);
  await expect(page.getByTestId("safety")).toContainText("one failed machine stops everything");
  await page.getByLabel("Survives losing").selectOption("machine");
  await expect(page.getByTestId("safety")).not.toContainText("one failed machine stops everything");
  await expect(page.getByText("met after losing any machine").first()).toBeVisible();
  await page.getByLabel("Survives losing").selectOption("zone");
  await expect(page.getByText("met after losing any zone").first()).toBeVisible();
  await expect(page).toHaveURL(/spare=zone/);
});

test("what was measured here a moment ago can be planned from", async ({ page }) => {
  await openBenchmark(page, QUICK);
  await runToEnd(page);
  await page.getByRole("button", { name: "Plan from this" }).click();
  await expect(asked(page)).toContainText("500 op/s");
  await expect(page.getByText("Measured in a browser by Headroom, as the address says.").first()).toBeVisible();
  await openCurve(page);
  await expect(page.getByTestId("curve-rows").getByRole("row")).toHaveCount(4);
});

test("rows that contradict the others are named when they are left out with a click", async ({ page }) => {
  await open(page);
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
  await open(page);
  const picker = page.getByLabel("Result, reference or CSV file to plan from");
  const give = (text: string) =>
    picker.setInputFiles({ name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await give("agents,throughput\n1,20\n5,-3\n");
  await expect(page.getByRole("alert")).toContainText('Line 3, column throughput: "-3" is not a number above 0');
  await give("agents,throughput\n5,80\n5,90\n5,85\n");
  await expect(page.getByText("All rows have 5 agents. Add rows at two further agent counts")).toBeVisible();
  await expect(answer(page)).toContainText("processes of 5 agents");
});

test("what-ifs are compared with the plan and travel in the address", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Add a what-if" }).click();
  await page.getByRole("button", { name: "Add a what-if" }).click();
  await expect(page.getByTestId("what-ifs").getByRole("row")).toHaveCount(4);
  await expect(page.getByTestId("what-ifs")).toContainText("beliefs compressed by 30–40% of their 12 MB");
  await expect(page).toHaveURL(/scenarios=belief:30-40:component/);
});

test("growth from a CSV says when the plan is full and what to order", async ({ page }) => {
  await open(page, BARE);
  await page.getByLabel("The demand grows").selectOption("series");
  await page.getByLabel("CSV of demand over time").setInputFiles({
    name: "growth.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("date,demand\n2027-01-01,500\n2028-01-01,1700\n"),
  });
  await page.getByLabel(/^First day/).fill("2027-01-01");
  await expect(
    page.getByText(/2027-\d\d-\d\d: the demand passes the 504 op\/s that today's plan carries/),
  ).toBeVisible();
  await expect(page.getByTestId("orders")).toContainText("e2-standard");
});

test("a newer address is refused in plain words, a bad parameter alone falls back", async ({ page }) => {
  await page.goto("#/capacity/plan?v=9&ops=700");
  await expect(page.getByRole("alert")).toContainText("This plan was made by a newer Headroom");
  await page.getByRole("button", { name: "Start a new plan" }).click();
  await expect(asked(page)).toContainText("500 op/s");
  await open(page, "?ops=700&spare=x");
  await expect(page.getByRole("status", { name: "Parameters not understood" })).toContainText("spare=x");
  await expect(asked(page)).toContainText("700 op/s");
});

test("the planner has no accessibility violations, light and dark", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await open(page, "?scenarios=belief:30-40:component&growth=compound&spare=1&latency=90");
    await expect(page.getByTestId("explanation")).toContainText("binds.");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  }
});
