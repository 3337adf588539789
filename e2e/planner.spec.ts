// The planner as a person uses it: the published example, the sentence, machines, limits, growth, paper, the address.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { answer, asked, BARE, openPlanner } from "./planner-page.ts";
import { expectAccessible } from "./sound.ts";

test("a new plan has headroom and survives a machine; its machines can be sorted, and its nodes are drawn", async ({
  page,
}) => {
  await openPlanner(page);
  await expect(answer(page)).toHaveText(
    "Run 6 processes of 30 agents on 2 e2-standard-4: 1,260 op/s on paper, 16.7 GB, about $196 a month.",
  );
  await expect(page.getByTestId("losses")).toHaveText("One machine may fail: 630 op/s are left, and 500 are asked.");
  await expect(page.getByTestId("unused")).toContainText(
    /of the memory and \d+% of the vCPU stay unused, though you pay/,
  );
  await expect(page.getByTestId("example")).toContainText("Example, not yours");
  await expect(asked(page)).toContainText("25% headroom, any one machine may fail");
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
  await openPlanner(page);
  await page.getByLabel("Where?").selectOption("eks");
  await expect(answer(page)).toContainText("2 m5.xlarge");
  await expect(page.getByText("Prices: USD, us-east-1")).toBeVisible();
  await page.getByText("Edit machine types and prices").click();
  await page.getByLabel("Currency (three letters, such as USD)").fill("EUR");
  await page.getByLabel("Prices are from (region and date)").fill("Frankfurt, 2027-01");
  await expect(answer(page)).toContainText(/about €\d+ a month/);
  await expect(page.getByText("Prices: EUR, Frankfurt, 2027-01.")).toBeVisible();
  await page.getByLabel("Where?").selectOption("own");
  await expect(answer(page)).toContainText("on 2 of your machines (machine 1)");
  await expect(page.getByText("No prices are entered.")).toBeVisible();
  await page.getByLabel("Where?").selectOption("none");
  await expect(page.getByText("Without machine types only the memory of processes is planned.")).toBeVisible();
  await expect(answer(page)).toContainText(/Run \d+ processes of \d+ agents: /);
});

test("all files come in one archive, and on paper the plan is one sheet", async ({ page }) => {
  await openPlanner(page);
  await expect(page.getByTestId("explanation")).toBeVisible();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download all (zip)" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("agents-plan.zip");
  await expect(page.getByRole("status").filter({ hasText: "All files saved as agents-plan.zip." })).toBeVisible();
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
    "One machine may fail: 630 op/s are left, and 500 are asked.",
    "stay unused, though you pay for them",
    "Risks",
    /\/capacity\/plan\?v=3&check=[0-9a-f]{8}/,
  ])
    await expect(sheet).toContainText(part);
});

test("the published example: 3×16 equal, 15+16+16 mixed, and both with N+1", async ({ page }) => {
  await openPlanner(page, BARE);
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
  await openPlanner(page);
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
  await openPlanner(page, "?processes=1");
  await expect(answer(page)).toHaveText(
    "500 op/s is out of reach: 1 process of 50 agents reaches 284 op/s, the most of any size. Allow more processes, ask for less, or plan from a curve that reaches further.",
  );
});

test("a demand follows its slider, and the address follows both", async ({ page }) => {
  await openPlanner(page);
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

test("agents and op/s are asked together, and where nothing binds the factor is told", async ({ page }) => {
  await openPlanner(page, "?curve=rows&rows=1:12270,5:13000,10:14000");
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
  await openPlanner(page, BARE);
  await expect(page.getByTestId("safety")).toContainText("one failed machine stops everything");
  await page.getByLabel("Survives losing").selectOption("machine");
  await expect(page.getByTestId("safety")).not.toContainText("one failed machine stops everything");
  await expect(page.getByText("any one machine may fail").first()).toBeVisible();
  await page.getByLabel("Survives losing").selectOption("zone");
  await expect(page.getByText("any one zone may fail").first()).toBeVisible();
  await expect(page).toHaveURL(/spare=zone/);
});

test("what-ifs are compared with the plan and travel in the address", async ({ page }) => {
  await openPlanner(page);
  await page.getByRole("heading", { name: "What if" }).click();
  await page.getByRole("button", { name: "Add a what-if" }).click();
  await page.getByRole("button", { name: "Add a what-if" }).click();
  await expect(page.getByTestId("what-ifs").getByRole("row")).toHaveCount(4);
  await expect(page.getByTestId("what-ifs")).toContainText("beliefs compressed by 30–40% of their 12 MB");
  await expect(page).toHaveURL(/scenarios=belief:30-40:component/);
});

test("measured speed-ups of a result become what-ifs of a plan by one button", async ({ page }) => {
  await page.goto("#/catalogue/optimisations-explorer.json");
  await page.getByRole("button", { name: "Plan with this" }).click();
  await expect(page).toHaveURL(/scenarios=speed:6\.\d+-6\.\d+%3Bspeed:/);
  await expect(page.getByTestId("what-ifs").getByRole("row")).toHaveCount(6);
});

test("growth from a CSV says what to order first, in its section and under the answer", async ({ page }) => {
  await openPlanner(page, BARE);
  await page.getByRole("heading", { name: "Growth" }).click();
  await page.getByLabel("The demand grows").selectOption("series");
  await page.getByLabel("CSV of demand over time").setInputFiles({
    name: "growth.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("date,demand\n2027-01-01,500\n2028-01-01,1700\n"),
  });
  await page.getByLabel(/^First day/).fill("2027-01-01");
  const sentence = /Order 1 × e2-standard-\d+ by \d+ [A-Z][a-z]+ 2027; until then the same machine carries it\./;
  await expect(page.getByTestId("growth-answer")).toContainText(sentence);
  await expect(page.getByText(sentence)).toHaveCount(2);
  await expect(page.getByTestId("orders")).toContainText("e2-standard");
});

test("a newer address is refused in plain words, a bad parameter alone falls back", async ({ page }) => {
  await page.goto("#/capacity/plan?v=9&ops=700");
  await expect(page.getByRole("alert")).toContainText("This plan was made by a newer Headroom");
  await page.getByRole("button", { name: "Start a new plan" }).click();
  await expect(asked(page)).toContainText("500 op/s");
  await openPlanner(page, "?ops=700&spare=x");
  await expect(page.getByRole("status", { name: "Parameters not understood" })).toContainText("spare=x");
  await expect(asked(page)).toContainText("700 op/s");
});

test("the planner has no accessibility violations, light and dark", async ({ page }) => {
  await openPlanner(page, "?scenarios=belief:30-40:component&growth=compound&spare=1&latency=90");
  await expect(page.getByTestId("explanation")).toContainText("binds.");
  await expectAccessible(page);
});
