// Does memory leak? From the card on the front page to a verdict, its link and the library; and where the browser does not tell bytes.
import { expect, test } from "@playwright/test";
import {
  chooseQuestion,
  copiedLink,
  keptLink,
  MEASURES,
  RUNS,
  RUN_ENDS,
  runToEnd,
  untilAnswered,
  unfolded,
} from "./quick.ts";

/** One lifecycle in the smallest block, and as many readings as a verdict on bytes needs. */
const SHORT = "scenario=memory-lifecycle&agents=2&lifecycles=1&repeats=5&window=10";

test(
  "memory over lifecycles is read, judged against the promise, and opens again from its link",
  MEASURES,
  async ({ page }) => {
    await page.goto("#/");
    await chooseQuestion(page, "Does memory leak?");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Does memory leak?");
    await page.goto(`#/?${SHORT}`);
    await expect(page.getByLabel("Lifecycles", { exact: true })).toHaveValue("1");
    await runToEnd(page);
    await untilAnswered(page);
    await expect(page.getByTestId("verdict")).toContainText("under the promised 1 MB");

    const table = page.getByRole("table", { name: /^Table of the run/ });
    await expect(table.locator("tbody tr")).toHaveCount(3);
    const counted = await unfolded(page, "What is counted exactly");
    for (const what of ["workers not ended", "ports left open", "listeners not removed", "performance entries"]) {
      await expect(counted.getByRole("row", { name: what })).toHaveText(new RegExp(`${what}\\s*0\\s*0\\s*0\\s*0$`));
    }
    await expect(page.getByRole("row", { name: /growth under 1 MB per lifecycle/ })).toContainText("met");
    await expect(keptLink(page)).toBeVisible();

    const verdict = await page.getByTestId("verdict").innerText();
    await page.goto(await copiedLink(page));
    await expect(page.getByTestId("verdict")).toHaveText(verdict.replaceAll(/\s+/g, " "));
  },
);

test(
  "D6: without the browser's measurement counts carry the verdict, and the page says so",
  MEASURES,
  async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Performance.prototype, "measureUserAgentSpecificMemory"));
    await page.goto(`#/?${SHORT.replace("repeats=5", "repeats=1")}`);
    await runToEnd(page);
    await untilAnswered(page);
    await expect(page.getByTestId("verdict")).toContainText("growth in bytes was not seen");
  },
);

test("a run that is stopped in the middle of a block ends", RUNS, async ({ page }) => {
  await page.goto(`#/?${SHORT.replace("repeats=5", "repeats=30")}`);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText(/lifecycle/).first()).toBeVisible();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible(RUN_ENDS);
});
