// Numbers as people type them, in a browser that is set to German: a comma or a point is read, what is ambiguous asks, and nothing wrong runs.
import { expect, test } from "@playwright/test";
import { MEASURES, QUICK, openBenchmark } from "./quick.ts";

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

test("Run with a wrong field moves to the field and starts nothing", MEASURES, async ({ page }) => {
  await openBenchmark(page, QUICK);
  const agents = page.getByRole("textbox", { name: "Agents" });
  await agents.fill("5000");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(agents).toBeFocused();
  await expect(page.getByRole("button", { name: "Stop" })).toHaveCount(0);
  await agents.fill("1, 2");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
});
