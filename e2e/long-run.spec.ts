// What agents take of memory, and what a long run does, as a person asks: run, read and planned with.
import { expect, test } from "@playwright/test";
import { MEASURES, chooseQuestion, runToAnswer, tableTexts, unfolded } from "./quick.ts";

test(
  "what one more agent takes: read with several numbers of them, and planned with in the calculator",
  MEASURES,
  async ({ page }) => {
    await page.goto("#/");
    await chooseQuestion(page, "How much memory?");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("How much memory does an agent take?");
    await page.goto("#/?scenario=memory&agents=10,1000,2000&repeats=2");
    await runToAnswer(page);
    await expect(page.getByTestId("verdict")).toContainText(/One more agent takes [\d.]+ kB \(.* to .*\)/);
    const owners = await unfolded(page, "Whose bytes they are");
    await expect(owners.getByRole("row", { name: /^Posterior of an agent/ })).toContainText("800 B");
    await page.getByRole("button", { name: "Plan with this" }).click();
    await expect(page).toHaveURL(/capacity\?.*measured=/);
    await expect(page.getByTestId("measured-constants")).toContainText("were measured in a browser");
  },
);

test("a long run: the course of each figure in words and in a table", MEASURES, async ({ page }) => {
  await page.goto("#/");
  await chooseQuestion(page, "Does a long run stay level?");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Does a long run stay level?");
  await page.goto("#/?scenario=memory-stress&agents=4&seconds=15");
  await runToAnswer(page);
  await expect(page.getByTestId("verdict")).toContainText(
    /While 4 agents act for 15 s, the memory of their workers (?:keeps|grows|falls|steps)/,
  );
  const courses = await unfolded(page, "How each went");
  await expect(courses.locator("tbody tr")).toHaveCount(4);
  expect(await tableTexts(page)).toHaveLength(15);
});
