// The Capacity page as a person uses it: figures in both readings, the inverse, addresses, keyboard, typing.
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoOverflow } from "./sound.ts";

async function open(page: Page, parameters = ""): Promise<void> {
  await page.goto(`#/capacity${parameters}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How much memory do agents need?");
}

async function setAgents(page: Page, agents: string): Promise<void> {
  await page.getByRole("textbox", { name: "Agents" }).fill(agents);
}

test("1, 25 and 50 agents in both readings", async ({ page }) => {
  await open(page);
  const expected = [
    ["Compounding", "1", "963"],
    ["Compounding", "25", "2,475"],
    ["Compounding", "50", "4,050"],
    ["Cache on agent memory only", "1", "813"],
    ["Cache on agent memory only", "25", "2,325"],
    ["Cache on agent memory only", "50", "3,900"],
  ] as const;
  for (const [reading, agents, megabytes] of expected) {
    await page.getByRole("radio", { name: reading }).check();
    await setAgents(page, agents);
    await expect(page.getByTestId("answer")).toContainText(`${megabytes} MB`);
    await expect(page.getByTestId("formula")).toContainText(`= ${megabytes} MB`);
  }
});

test("budgets of 1, 2 and 4 GiB hold exactly as many agents as the formula says", async ({ page }) => {
  await open(page);
  for (const [budget, compounding, agentsOnly] of [
    ["1", "2", "5"],
    ["2", "19", "22"],
    ["4", "53", "56"],
  ] as const) {
    await page.getByRole("textbox", { name: "Memory budget" }).fill(budget);
    await page.getByRole("radio", { name: "Compounding" }).check();
    await expect(page.getByTestId("most-agents")).toContainText(`hold at most ${compounding} agents.`);
    await page.getByRole("radio", { name: "Cache on agent memory only" }).check();
    await expect(page.getByTestId("most-agents")).toContainText(`hold at most ${agentsOnly} agents.`);
  }
});

test("the parts of the memory of 25 agents are shown with the bar", async ({ page }) => {
  await open(page);
  for (const [part, megabytes] of [
    ["base", "500"],
    ["agents", "875"],
    ["cache", "275"],
    ["buffer", "825"],
  ] as const) {
    await expect(page.locator(`[data-part="${part}"]`)).toHaveText(megabytes);
  }
});

test("a budget below one agent says what would help", async ({ page }) => {
  await open(page, "?budget=900&unit=MB");
  await expect(page.getByTestId("most-agents")).toContainText("900 MB hold no agent: one needs 963 MB");
  await expect(page.getByTestId("most-agents")).toContainText("a buffer of at most 40%");
});

test("the address carries the state, and a reload or another visitor sees the same", async ({ page }) => {
  await open(page);
  const before = await page.evaluate(() => history.length);
  await setAgents(page, "30");
  await page.getByRole("textbox", { name: "Per agent" }).fill("34.5");
  await page.getByLabel("Unit of the budget").selectOption("MB");
  await expect(page).toHaveURL(/#\/capacity\?agents=30&budget=4294\.967296&unit=MB&per-agent=34\.5$/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  const answer = await page.getByTestId("answer").textContent();
  await page.reload();
  await expect(page.getByTestId("answer")).toHaveText(answer ?? "");
});

test("a bad parameter alone falls back, and the page says so", async ({ page }) => {
  await open(page, "?agents=many&budget=2&cache=-1");
  const problems = page.getByRole("status", { name: "Parameters not understood" }).getByRole("listitem");
  await expect(problems).toHaveCount(2);
  await expect(problems.first()).toContainText(
    "The address says agents=many. Agents must be a whole number from 1 to 100,000. 25 is used instead.",
  );
  await expect(page.getByTestId("answer")).toContainText(
    "25 agents need 2,475 MB, 327.5 MB more than your 2 GiB (2,147 MB)",
  );
});

test("typing is never fought: a draft stays while it is wrong, with the reason under it", async ({ page }) => {
  await open(page);
  const agents = page.getByRole("textbox", { name: "Agents" });
  await agents.fill("");
  await expect(agents).toHaveValue("");
  await expect(page.getByRole("alert")).toHaveText("Agents must be a whole number from 1 to 100,000.");
  await expect(page.getByTestId("answer")).toContainText("25 agents");
  await agents.pressSequentially("12x");
  await expect(agents).toHaveValue("12x");
  await expect(page.getByTestId("answer")).toContainText("12 agents");
  await agents.press("Backspace");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByRole("textbox", { name: "Per agent" }).press("End");
  await page.getByRole("textbox", { name: "Per agent" }).press(".");
  await expect(page.getByRole("textbox", { name: "Per agent" })).toHaveValue("35.");
});

test("sliders work by keyboard", async ({ page }) => {
  await open(page);
  const slider = page.getByRole("slider", { name: "Agents, slider" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("textbox", { name: "Agents" })).toHaveValue("26");
  await page.keyboard.press("Home");
  await expect(page.getByTestId("answer")).toContainText("1 agent needs 963 MB");
  await page.getByRole("radio", { name: "Compounding" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("answer")).toContainText("1 agent needs 813 MB");
});

test("guidelines and the published alert contradict each other where they do", async ({ page }) => {
  await open(page, "?agents=20");
  await expect(page.locator('[data-contradiction="guideline-alert"]')).toContainText("45% at 20 agents");
  await expect(page.locator('[data-contradiction="real-time"]')).toContainText("50 ms");
  await expect(page.locator('[data-contradiction="cache-twice"]')).toContainText("8 MB");
  await setAgents(page, "10");
  await expect(page.locator('[data-contradiction="guideline-alert"]')).toHaveCount(0);
  await setAgents(page, "80");
  await expect(page.getByText("80 agents make 4 processes of 20.")).toBeVisible();
});

test("the chart is saved as a picture with title and provenance inside", async ({ page }) => {
  await open(page);
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save Memory against agents as SVG" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("headroom-capacity.svg");
  const svg = await readFile(await file.path(), "utf8");
  expect(svg).toContain("Memory against agents, MB");
  expect(svg).toContain("(500 MB + 35 MB × 25) × 1.20 × 1.50 = 2,475 MB");
});

for (const width of [1280, 390]) {
  test(`the table folded under the chart is in sight, and the formula begins below it, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await open(page, "?agents=20");
    const warning = page.locator('[data-contradiction="real-time"]');
    const fold = page.getByText("The same as a table");
    const heading = page.getByRole("heading", { name: "Formula" });
    await expect(page.locator(".recharts-surface").first()).toBeVisible();
    // A click fails where something else lies over the fold.
    await fold.click();
    const table = page.getByRole("table", { name: "Memory against agents in both readings" });
    await expect(table).toBeVisible();
    const boxes = await Promise.all([warning, fold, table, heading].map((part) => part.boundingBox()));
    for (const [at, below] of boxes.slice(1).entries()) {
      const above = boxes[at];
      expect(below?.y ?? 0).toBeGreaterThanOrEqual((above?.y ?? Number.NaN) + (above?.height ?? 0));
    }
  });
}

test("on a phone the answer comes before the inputs, which are folded", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  const answer = page.getByTestId("answer");
  await expect(answer).toBeInViewport({ ratio: 1 });
  const agents = page.getByRole("textbox", { name: "Agents" });
  await expect(agents).toBeHidden();
  await page.getByText("Inputs", { exact: true }).click();
  await agents.fill("50");
  await expect(answer).toContainText("50 agents need 4,050 MB");
  const [above, below] = [await answer.boundingBox(), await agents.boundingBox()];
  expect(below?.y ?? 0).toBeGreaterThan((above?.y ?? Number.NaN) + (above?.height ?? 0));
});

for (const width of [390, 1280]) {
  test(`accessible and without sideways scrolling at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await open(page, "?agents=80&budget=oops");
    await expect(page.locator(".recharts-surface").first()).toBeVisible();
    await page.getByText("The same as a table").click();
    if (width < 1024) await page.getByText("Inputs", { exact: true }).click();
    await expect(page.getByRole("textbox", { name: "Agents" })).toBeVisible();
    await expectAccessible(page);
    await expectNoOverflow(page, [width]);
  });
}
