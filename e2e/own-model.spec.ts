// Somebody's own model: given as a file, understood before it is run, measured, and met again through its link.
import { expect, type Page, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { mutatedFile } from "../src/workloads/custom/fixtures/mutations.ts";
import { exampleText } from "../src/workloads/custom/examples.ts";
import { hashOf } from "../src/workloads/custom/identity.ts";
import { seededRandom } from "../src/workloads/chance.ts";
import { MEASURES, RUNS, chooseQuestion, copiedLink, runToAnswer } from "./quick.ts";
import { expectAccessible, expectNoOverflow } from "./sound.ts";

const FROM_PYMDP = readFileSync("src/session/models/fixtures/pymdp-0.0.7.1-random.json", "utf8");

function understood(page: Page) {
  return page.getByRole("region", { name: "What was understood of the model" });
}

async function openOwnModel(page: Page, parameters = ""): Promise<void> {
  await page.goto(`#/?scenario=single-agent&workload=custom&repeats=2&window=150${parameters}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How fast is my own model on this machine?");
}

async function give(page: Page, text: string, name = "model.json"): Promise<void> {
  const buffer = Buffer.from(text);
  await page.getByLabel("Model file").setInputFiles({ name, mimeType: "application/json", buffer });
}

test(
  "a model of pymdp: chosen as a question, understood, run, and met again through both links",
  MEASURES,
  async ({ page, browser }) => {
    await page.goto("#/");
    await chooseQuestion(page, "My own model");
    await expect(understood(page)).toContainText("1.21 ms a step: pymdp 0.0.7.1");
    await give(page, FROM_PYMDP);
    await expect(understood(page)).toContainText("4 × 3 = 12, in 2 factors");
    await expect(understood(page)).toContainText("36, 2 steps ahead");
    await expect(understood(page)).toContainText(/about [\d.,]+ µs, estimated from a short try/);
    await expect(page.getByRole("combobox", { name: "Model" })).toContainText("random agent of pymdp 0.0.7.1");
    await expect(page).toHaveURL(/model=sha256:[0-9a-f]{64}\.[\w-]/);
    await page.getByRole("textbox", { name: "Repeats" }).fill("2");
    const asked = page.url();
    await runToAnswer(page);
    await expect(page.getByTestId("verdict")).toContainText("op/s on one worker");

    const link = await copiedLink(page);
    const elsewhere = await browser.newContext();
    const colleague = await elsewhere.newPage();
    await colleague.goto(link);
    await expect(colleague.getByText("Shared result ·")).toBeVisible();
    await expect(colleague.getByRole("heading", { level: 1 })).toContainText(/own model [0-9a-f]{12}/);
    await colleague.getByRole("link", { name: "Measure the same here" }).click();
    await expect(understood(colleague)).toContainText("4 × 3 = 12, in 2 factors");
    await elsewhere.close();

    const fresh = await browser.newContext();
    const another = await fresh.newPage();
    await another.goto(asked);
    await expect(understood(another)).toContainText("36, 2 steps ahead");
    await fresh.close();
  },
);

test("a link that names a model by its hash alone asks for the file, and takes it", async ({ page, context }) => {
  const text = exampleText("c_grid10_pl2_noisy").replace('"gamma":16', '"gamma":4');
  await openOwnModel(page, `&model=sha256:${hashOf(text)}`);
  await expect(page.getByRole("alert")).toContainText("Ask whoever sent the link for the model's file");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByRole("alert").first()).toContainText("is not in this browser");
  // Another model is not taken for it.
  await give(page, exampleText("a_tmaze_pl2"), "other.json");
  await expect(page.getByRole("alert").filter({ hasText: "other.json is another model" })).toContainText(
    `that of the link with ${hashOf(text).slice(0, 12)}`,
  );
  await expect(page).toHaveURL(new RegExp(`model=sha256:${hashOf(text)}`));
  await give(page, text);
  await expect(understood(page)).toContainText("γ 4");
  await expect(page).toHaveURL(new RegExp(`model=sha256:${hashOf(text)}`));
  // It is here for the next visit, too.
  const next = await context.newPage();
  await openOwnModel(next, `&model=sha256:${hashOf(text)}`);
  await expect(understood(next)).toContainText("γ 4");
});

test("a file that is dropped on the choice of a model is a model, and goes to no other reader", async ({ page }) => {
  await openOwnModel(page);
  const dataTransfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.json", { type: "application/json" }));
    return data;
  }, FROM_PYMDP);
  await page.getByRole("combobox", { name: "Model" }).dispatchEvent("drop", { dataTransfer });
  await expect(understood(page)).toContainText("36, 2 steps ahead");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByRole("combobox", { name: "Model" }).selectOption("example:a_tmaze_pl2");
  await expect(understood(page)).toContainText("8.51 ms a step");
});

test("what is wrong with a file is listed, and the model in use stays", async ({ page }) => {
  await openOwnModel(page);
  await expect(understood(page)).toBeVisible();
  const wrong = JSON.stringify({
    schema: "headroom-model/1",
    A: [
      [
        [0.5, 0.1],
        [0.5, 0.9],
      ],
    ],
    B: [
      [
        [[1], [0]],
        [[0], [0.98]],
      ],
    ],
    D: [["<img src=x onerror=document.title=1>", 1]],
  });
  await give(page, wrong.replace("0.1", "NaN"), "wrong.json");
  const alert = page.getByRole("alert").filter({ hasText: "wrong.json is no model" });
  await expect(alert.getByRole("listitem")).toHaveText([
    "A[0][0, 1] is NaN, not a finite number.",
    "B[0][:, 1, 0] (the column for state 1, action 0) sums to 0.98, not 1.",
    'D[0][0] is "<img src=x onerror=document.title=1>", not a finite number.',
  ]);
  await expect(understood(page)).toContainText("A 105, B 205");
  await give(page, `{"schema": "headroom-model/2"}`);
  await expect(page.getByRole("alert")).toContainText("newer Headroom");
  await give(page, FROM_PYMDP.replace('"policy_len": 2', '"policy_len": 9'));
  await expect(page.getByRole("alert")).toContainText("There would be 10,077,696 policies");
  await expect(page.getByRole("alert")).toContainText("Set policy_len to 5 or less");
  expect(await page.title()).not.toBe("1");
  await page.getByRole("combobox", { name: "Model" }).selectOption("example:a_tmaze_pl2");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("mutated files are told or understood, pasted ones too, and the page goes on", async ({ page }) => {
  const thrown: string[] = [];
  page.on("pageerror", (error) => thrown.push(error.message));
  await openOwnModel(page);
  await page.getByText("Paste a model instead").click();
  const random = seededRandom(5);
  let told = 0;
  for (let n = 0; n < 12; n += 1) {
    const text = JSON.stringify(mutatedFile(JSON.parse(exampleText("a_tmaze_pl2")), random));
    await page.getByRole("textbox", { name: "Text of a model" }).fill(text);
    await page.getByRole("button", { name: "Read it" }).click();
    await expect(page.getByRole("button", { name: "Read it" })).toBeEnabled();
    const refused = page.getByRole("alert").filter({ hasText: "The pasted text is no model" });
    if ((await refused.count()) > 0) {
      told += 1;
      await expect(refused.getByRole("listitem").first()).toContainText(/\.$/);
    }
    await expect(understood(page)).toBeVisible();
  }
  await page.getByRole("combobox", { name: "Model" }).selectOption("example:a_tmaze_pl2");
  await expect(understood(page)).toContainText("16, 2 steps ahead");
  expect(told).toBeGreaterThan(3);
  expect(thrown).toEqual([]);
});

test("nothing to find by axe, and nothing wider than a phone", async ({ page }) => {
  await openOwnModel(page);
  await expect(understood(page)).toBeVisible();
  await give(page, "{}");
  await expect(page.getByRole("alert")).toContainText('The field "schema" is missing.');
  await page.getByText("Write one from a pymdp agent").click();
  await expectAccessible(page);
  await expectNoOverflow(page);
});

test("an own model is given on the Monitor page, understood, and soaked", RUNS, async ({ page }) => {
  await page.goto("#/monitor?workload=custom&agents=2");
  await expect(understood(page)).toContainText("pymdp 0.0.7.1");
  await give(page, FROM_PYMDP);
  await expect(understood(page)).toContainText("4 × 3 = 12, in 2 factors");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByTestId("tile throughput")).toContainText(/since start \d+(\.\d+)? op\/s/, {
    timeout: 120_000,
  });
  await expect(page.getByText(/^own model [0-9a-f]{12}.* · 2 agents/).first()).toBeVisible();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByText("Its recording is kept in this browser.")).toBeVisible();
});
