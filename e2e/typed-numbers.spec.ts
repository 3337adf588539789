// Numbers as people type them, in a browser that is set to German: a comma or a point is read, what is ambiguous asks, and nothing wrong runs.
import { expect, test } from "@playwright/test";
import { RUNS, QUICK, openBenchmark } from "./quick.ts";

test.use({ locale: "de-DE" });

test("the calculator reads a comma, prints English figures, and asks where a point may group", async ({ page }) => {
  await page.goto("#/capacity?agents=25");
  const answer = page.getByTestId("answer");
  await expect(answer).toContainText("2,475 MB");
  const each = page.getByRole("textbox", { name: "Per agent", exact: true });
  await each.fill("34,5");
  await expect(answer).toContainText("2,453 MB");
  await each.fill("1.234");
  await expect(page.getByText("1.234 may mean 1234, or 1.2340. Type the one that is meant.")).toBeVisible();
  await each.fill("1.2340");
  await expect(page.getByText("may mean")).toHaveCount(0);
});

test("whole numbers are read with groups wherever they are typed, beside a word and in a table too", async ({
  page,
}) => {
  await page.goto("#/?scenario=real-time");
  const need = page.getByRole("textbox", { name: "Agents you need" });
  await need.fill("1,200");
  await expect(page).toHaveURL(/need=1200/);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await need.fill("any");
  await expect(page).not.toHaveURL(/need=/);
  await page.goto("#/capacity?agents=25");
  await page.getByRole("textbox", { name: "Agents", exact: true }).fill("1.000");
  await expect(page.getByTestId("answer")).toContainText("1,000 agents");
  await page.goto("#/capacity/plan");
  await page.getByText("Edit machine types and prices").click();
  await page.getByLabel("Price of e2-standard-4").fill("0,5");
  await expect(page).toHaveURL(/e2-standard-4%7Egke%7E16%7E4%7E110%7E0\.5/);
  await page.getByLabel("Pods of e2-standard-4").fill("1,100");
  await expect(page).toHaveURL(/e2-standard-4%7Egke%7E16%7E4%7E1100%7E0\.5/);
});

test("percentages of a what-if read a comma, and ask where it may group", async ({ page }) => {
  await page.goto("#/capacity/plan?scenarios=belief:30-40:component");
  const share = page.getByLabel(/^Belief state compression in what-if 1/);
  await share.fill("30,5–40 %");
  await expect(page).toHaveURL(/scenarios=belief:30\.5-40:component/);
  await share.fill("1,234-40");
  await expect(page.getByRole("alert")).toHaveText("1,234 may mean 1234, or 1.2340. Type the one that is meant.");
  await share.fill("12,5");
  await expect(page).toHaveURL(/scenarios=belief:12\.5-12\.5:component/);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("Run with a wrong field moves to the field and starts nothing", RUNS, async ({ page }) => {
  await openBenchmark(page, QUICK);
  const agents = page.getByRole("textbox", { name: "Agents" });
  await agents.fill("5000000");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(agents).toBeFocused();
  await expect(page.getByRole("button", { name: "Stop" })).toHaveCount(0);
  await agents.fill("1, 2");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
});
