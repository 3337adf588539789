// Files of other tools on the page: dropped ones lead to a comparison, facts are allowed by a tick, columns are chosen.
import { expect, type Page, test } from "@playwright/test";
import { publicCase } from "../src/results/fixtures/public-cases.ts";
import { openBenchmark } from "./quick.ts";

async function drop(page: Page, files: readonly (readonly [name: string, text: string])[]): Promise<void> {
  const data = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const [name, text] of list) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
}

test("two dropped pytest-benchmark files are compared at once", async ({ page }) => {
  await openBenchmark(page, "");
  await drop(page, [
    ["before.json", publicCase("01-ci-host-baseline.json")],
    ["after.json", publicCase("01-ci-host-current.json")],
  ]);
  await expect(page.getByRole("heading", { name: "How do these 2 results differ?" })).toBeVisible();
  await expect(page.getByTestId("verdict-summary")).toBeVisible();
  await expect(page.getByText("Noted, and judged all the same: pytest-benchmark: 3.4.1 against 4.0.0.")).toBeVisible();
  await expect(page.getByText("ci-host-1")).toHaveCount(0);
});

test("half the users is refused until its fact is ticked, and the address keeps the tick", async ({ page }) => {
  await openBenchmark(page, "");
  const text = publicCase("06-k6-session-1.json");
  await drop(page, [["whole.json", text]]);
  await expect(page.getByText("Opened, to be compared: whole.json.")).toBeVisible();
  const half = publicCase("06-k6-session-2.json").replaceAll(/"(value|min|max)": 100\b/g, '"$1": 50');
  await drop(page, [["half.json", half]]);
  await expect(page.getByTestId("verdict-summary")).toContainText("virtual users: 100 against 50");
  await page.getByRole("checkbox", { name: "virtual users" }).check();
  await expect(page.getByText("Allowed to differ: virtual users: 100 against 50.")).toBeVisible();
  await expect(page).toHaveURL(/allow=virtual/);
  await page.getByRole("checkbox", { name: "virtual users" }).uncheck();
  await expect(page).not.toHaveURL(/allow=/);
});

test("a CSV with other names is planned from once its columns are chosen", async ({ page }) => {
  await page.goto("./#/capacity/plan");
  const file = { name: "crew.csv", mimeType: "text/csv", buffer: Buffer.from("crew,speed\n1,20\n4,70\n8,120\n") };
  const picker = page.getByLabel("Result, reference or CSV file to plan from");
  await picker.setInputFiles(file);
  await expect(page.getByRole("alert")).toContainText('it has "crew", "speed"');
  await page.getByText("Columns of a CSV with other names").click();
  await page.getByLabel("Which columns").fill("agents=crew,throughput=speed");
  await picker.setInputFiles(file);
  await expect(page).toHaveURL(/title=crew/);
});
