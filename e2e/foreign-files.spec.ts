// Files of other tools on the page: dropped ones lead to a comparison, facts are allowed by a tick, columns are chosen.
import { expect, type Page, test } from "@playwright/test";
import { publicCase } from "../src/results/fixtures/public-cases.ts";
import { realisticResult } from "../src/results/fixtures/realistic-result.ts";
import { copiedLink, openBenchmark } from "./quick.ts";

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

test("what changed is in sight at once, also on a phone, and the sentence says which way each row went", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openBenchmark(page, "");
  await drop(
    page,
    ["06-k6-session-1.json", "06-k6-current-half-failed.json"].map((name) => [name, publicCase(name)]),
  );
  await expect(page.getByTestId("comparison-sentence")).toContainText(
    "Worse: rate is up from 0 at http_req_failed and 50% lower at checks",
  );
  await expect(page.getByTestId("verdict-grid").getByRole("columnheader").nth(1)).toHaveText("rate");
  await expect(page.getByTestId("verdicts").locator("tbody tr").first()).toContainText("critical");
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
  await page.getByText("Columns of a CSV with other names", { exact: true }).click();
  await page.getByLabel("Which columns").fill("agents=crew,throughput=speed");
  await picker.setInputFiles(file);
  await expect(page).toHaveURL(/title=crew/);
});

test("files of other tools are compared by the readers that npm run regress has; a bad one is named", async ({
  page,
}) => {
  const rounds = (by: number) => Array.from({ length: 12 }, (_, n) => by * (1 + 0.001 * (n % 5)));
  const file = (name: string, by: number) => ({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ benchmarks: [{ name: "test_step", stats: { mean: by, data: rounds(by) } }] })),
  });
  await page.goto("#/results");
  const chooser = page.getByLabel("Compare files");
  await chooser.setInputFiles([file("was.json", 1), { ...file("bad.json", 1), buffer: Buffer.from('{"name": "x"}') }]);
  await expect(page.getByRole("alert")).toContainText("bad.json: This JSON is of no kind that can be compared");
  await chooser.setInputFiles([file("was.json", 1)]);
  await expect(page.getByRole("alert")).toContainText("One file alone is compared with nothing");
  await chooser.setInputFiles([file("was.json", 1), file("is.json", 1.5)]);
  await expect(page.getByTestId("verdict-summary")).toContainText("1 critical");
  await expect(page.getByTestId("compared")).toContainText("test_step");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("status").filter({ hasText: "No link was copied" })).toContainText(
    "“was.json” and “is.json” are files that only this tab has",
  );
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("came from a file that only the tab which opened it knows");
});

test("dropped results of Headroom travel whole in the link that is copied", async ({ page, browser }) => {
  await openBenchmark(page, "");
  await drop(
    page,
    [1, 2].map((seed) => [
      `run-${seed}.json`,
      JSON.stringify({ ...realisticResult({ seed, repeats: 4 }), id: `r${seed}` }),
    ]),
  );
  await expect(page.getByTestId("verdict-summary")).toBeVisible();
  const said = await page.getByTestId("verdict-summary").innerText();
  const link = await copiedLink(page);
  const cold = await (await browser.newContext()).newPage();
  await cold.goto(link);
  await expect(cold.getByTestId("verdict-summary")).toHaveText(said);
  await expect(cold.getByRole("list", { name: "What is compared" })).toContainText("run-1.json");
  await cold.context().close();
});
