// The real-time search as a person uses it: watched, read, and opened from its link in a fresh profile.
import { expect, test } from "@playwright/test";
import { MEASURES, RUNS, copiedLink, runToEnd, tableTexts } from "./quick.ts";

test(
  "a person watches the search, reads how many agents hold, and a colleague opens the link",
  MEASURES,
  async ({ page, browser }) => {
    // Short trials: what is found is not the point here.
    await page.goto("#/?scenario=real-time&grid=5&length=1&need=3&window=200&confirm=500");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("How many agents does this machine hold?");
    const verdict = page.getByTestId("verdict");
    await runToEnd(page);
    await expect(verdict).toContainText(/This machine (?:holds|may hold|does not hold|was disturbed)/);
    const rows = await tableTexts(page);
    expect(rows.length).toBeGreaterThan(3);
    await expect(
      page.getByRole("figure", { name: /agents held(?:, not confirmed)?(?:, late from [\d,]+)?, 3 needed/ }),
    ).toBeVisible();
    const ladder = page.getByRole("table", { name: "Other limits, from the same trials" });
    await expect(ladder.locator("tbody tr")).toHaveCount(6);
    // What is needed may be changed without measuring again.
    await page.getByRole("textbox", { name: "Agents you need" }).fill("2");
    await expect(
      page.getByRole("figure", { name: /agents held(?:, not confirmed)?(?:, late from [\d,]+)?, 2 needed/ }),
    ).toBeVisible();
    await page.getByRole("textbox", { name: "Agents you need" }).fill("3");
    await expect(
      page.getByRole("figure", { name: /agents held(?:, not confirmed)?(?:, late from [\d,]+)?, 3 needed/ }),
    ).toBeVisible();
    const said = await verdict.innerText();

    const [card] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Share card" }).click(),
    ]);
    expect(card.suggestedFilename()).toMatch(/\.png$/);
    await expect(
      page.getByRole("status").filter({ hasText: `Card saved as ${card.suggestedFilename()}.` }),
    ).toBeVisible();

    const link = await copiedLink(page);
    const colleague = await (await browser.newContext()).newPage();
    await colleague.goto(link);
    // The colleague may sit at another machine.
    await expect(colleague.getByTestId("verdict")).toHaveText(said.replace("This machine", "The machine"));
    expect(await tableTexts(colleague)).toEqual(rows);

    // The other placements stand beside the first; that each is measured in turn is a unit test.
    await page.getByRole("button", { name: /^Measure the other placements, ~/ }).click();
    const answers = page.getByTestId("side-by-side");
    await expect(answers).toContainText("pool: ");
    await expect(answers).toContainText(/This machine (?:holds|may hold|does not hold|was disturbed)/);
    await expect(answers).toContainText("measuring …");
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await expect(answers).not.toContainText("measuring …");
  },
);

test("a stopped search says what it knows so far, and that nothing is confirmed", RUNS, async ({ page }) => {
  // With a second to be late in, some count holds on any machine.
  await page.goto("#/?scenario=real-time&grid=5&length=1&limit=1000&window=200&confirm=60000");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByTestId("verdict")).toContainText(/So far [\d,]+ agents? holds?/, { timeout: 180_000 });
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByTestId("verdict")).toContainText("It is not confirmed yet. The run was stopped");
});
