// Public cases of plans, each with its right value, on the real page. Those of files run the real command; case 26 is in links.spec.ts.
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";

async function open(page: Page, hash: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(hash);
}

const answer = (page: Page) => page.getByTestId("answer");

test("18: PostgreSQL's rows do not fit the USL, so its peak is not claimed", async ({ page }) => {
  await open(page, "#/capacity/plan");
  await page
    .getByLabel("Result, reference or CSV file to plan from")
    .setInputFiles("src/results/fixtures/public-cases/18-usl-postgresql.csv");
  const verdict = page.getByTestId("curve-verdict");
  await expect(verdict).toContainText("No peak is claimed.");
  await expect(verdict).toContainText("Durbin-Watson 0.48");
  await expect(verdict).toContainText("the rows peak at 20 agents with 46,927 op/s, outside its 24.8 to 34.5");
  await expect(verdict).toContainText("would reach 500 op/s with 1 agent.");
  const law = page.getByRole("table").filter({ hasText: "Residual error" });
  await expect(law).toContainText("6,130");
  await expect(law).toContainText("0.0831");
  await expect(law).toContainText("0.00111");
});

test("27: the published example is exported with a target of 166.7, and keeps 3 replicas", async ({ page }) => {
  await open(page, "#/capacity/plan");
  await expect(answer(page)).toContainText("3 processes of 16 agents");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^Save KEDA/ }).click(),
  ]);
  const manifest = await readFile(await saved.path(), "utf8");
  expect(manifest).toContain('threshold: "166.7"');
  expect(manifest).toContain("minReplicaCount: 3");
});

test("29: one process of 190 agents is never put on a node that has less than it asks", async ({ page }) => {
  await open(
    page,
    "#/capacity/plan?curve=rows&rows=1:10,190:1900&ops=1665&machines=m5.large~eks~8~2~29~0.096&buffer=0&processes=1",
  );
  await expect(answer(page)).toContainText("1,665 op/s is out of reach");
  await expect(answer(page)).not.toContainText("Run 1 process of 190 agents");
});
