// Public cases of plans, each with its right value, on the real page. Those of files run the real command; case 26 is in links.spec.ts.
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";

async function open(page: Page, hash: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(hash);
}

async function openFiles(page: Page): Promise<void> {
  await page.getByText("Files 11, and the names in them").click();
}

const answer = (page: Page) => page.getByTestId("answer");

test("18: PostgreSQL's rows do not fit the USL, so its peak is not claimed", async ({ page }) => {
  await open(page, "#/capacity/plan?ops=500");
  await page
    .getByLabel("Result, reference or CSV file to plan from")
    .setInputFiles("src/results/fixtures/public-cases/18-usl-postgresql.csv");
  await page.getByText("The curve and its fit").click();
  const verdict = page.getByTestId("curve-verdict");
  await expect(verdict).toContainText("No peak is claimed.");
  await expect(verdict).toContainText("Durbin-Watson 0.48");
  await expect(verdict).toContainText("the rows peak at 20 agents with 46,927 op/s, outside its 24.8 to 34.5");
  await expect(verdict).toContainText("would reach 500 op/s with 1 agent.");
  const law = page.getByRole("table").filter({ hasText: "Residual error" });
  await expect(law).toContainText("6,130");
  await expect(law).toContainText("0.0831");
  await expect(law).toContainText("0.00111");
  // Further inputs: rows that follow the law, where a peak is claimed, and rows that fall at once and then stay.
  const counts = [1, ...Array.from({ length: 20 }, (_, n) => 4 * (n + 1))];
  const rows = (name: string, of: (n: number) => number) => ({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(`agents,throughput\n${counts.map((n) => `${n},${of(n)}\n`).join("")}`),
  });
  const picker = page.getByLabel("Result, reference or CSV file to plan from");
  await picker.setInputFiles(rows("lawful.csv", (n) => (100 * n) / (1 + 0.05 * (n - 1) + 0.002 * n * (n - 1))));
  await expect(verdict).toContainText("peak");
  await expect(verdict).not.toContainText("No peak is claimed.");
  await picker.setInputFiles(rows("full.csv", (n) => (n <= 28 ? 100 * n : 2_000)));
  await expect(verdict).toContainText("No peak is claimed.");
});

test("14, 16, 17: a file's rows are the rows of the curve, and a stated efficiency is shown as stated", async ({
  page,
}) => {
  const folder = "src/results/fixtures/public-cases/";
  await open(page, "#/capacity/plan");
  await page.getByText("The curve and its fit").click();
  for (const [name, rows] of [
    ["14-agent-count.csv", ["1|681", "5|540", "10|408", "20|340", "30|272", "50|250"]],
    ["16-threads-tps.csv", ["1|245", "2|480", "4|902", "8|1,500", "16|1,700", "32|1,660"]],
    ["17-decimal-comma.csv", ["1|20.5", "2|38.9", "4|70.1"]],
    ["17-excel-sep-line.csv", ["1|20.5", "2|38.9", "4|70.1"]],
  ] as const) {
    await page.getByLabel("Result, reference or CSV file to plan from").setInputFiles(`${folder}${name}`);
    const table = page.getByRole("table").filter({ hasText: "Gain per further agent" });
    await expect(table.locator("tbody tr")).toHaveCount(rows.length);
    for (const [n, row] of rows.entries()) {
      const cells = table.locator("tbody tr").nth(n).locator("th, td");
      const [agents = "", speed = ""] = row.split("|");
      await expect(cells.nth(1)).toHaveText(agents);
      await expect(cells.nth(2)).toHaveText(speed);
    }
  }
  await open(page, "#/");
  await page.getByLabel("Result, reference or CSV file").setInputFiles(`${folder}14-agent-count.csv`);
  const opened = page.getByRole("table", { name: "14-agent-count" });
  await expect(opened).toContainText("Efficiency stated");
  await expect(opened.getByRole("row", { name: /^5 / })).toContainText("78.5%");
});

test("27: the published example is exported with a target of 166.7, and keeps 3 replicas", async ({ page }) => {
  await open(page, "#/capacity/plan?ops=500");
  await expect(answer(page)).toContainText("3 processes of 16 agents");
  await openFiles(page);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^Save KEDA/ }).click(),
  ]);
  const manifest = await readFile(await saved.path(), "utf8");
  expect(manifest).toContain('threshold: "166.7"');
  expect(manifest).toContain("minReplicaCount: 3");
  // Further inputs: the target is the demand over the replicas, rounded up, so that the autoscaler keeps their number.
  for (const ops of [283, 1_000]) {
    await open(page, `#/capacity/plan?ops=${ops}`);
    await expect(page.getByText(`Asked: ${ops.toLocaleString("en")} op/s`)).toBeVisible();
    await openFiles(page);
    const [other] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /^Save KEDA/ }).click(),
    ]);
    const text = await readFile(await other.path(), "utf8");
    const replicas = Number(/minReplicaCount: (\d+)/.exec(text)?.[1]);
    const target = Number(/threshold: "([\d.]+)"/.exec(text)?.[1]);
    expect(target).toBeCloseTo(Math.ceil((ops / replicas) * 10) / 10, 9);
    expect(Math.ceil(ops / target)).toBe(replicas);
  }
});

test("29: one process of 190 agents is never put on a node that has less than it asks", async ({ page }) => {
  await open(
    page,
    "#/capacity/plan?curve=rows&rows=1:10,190:1900&ops=1665&machines=m5.large~eks~8~2~29~0.096&buffer=0&processes=1",
  );
  await expect(answer(page)).toContainText("1,665 op/s is out of reach");
  await expect(answer(page)).toContainText(
    "A process of 167 agents would be enough, but it needs 7,614 MB, and the roomiest machine leaves 7,350 MB.",
  );
  // Further inputs: one agent less of demand than fits, and a machine with twice the memory.
  await open(
    page,
    "#/capacity/plan?curve=rows&rows=1:10,190:1900&ops=1590&machines=m5.large~eks~8~2~29~0.096&buffer=0&processes=1",
  );
  await expect(answer(page)).toContainText("1 process of 159 agents");
  await open(
    page,
    "#/capacity/plan?curve=rows&rows=1:10,190:1900&ops=1665&machines=m5.xlarge~eks~16~4~58~0.192&buffer=0&processes=1",
  );
  await expect(answer(page)).toContainText("1 process of 167 agents");
});
