// The Benchmark page as a newcomer uses it: run, watch, read, share; and what happens when things go wrong.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import {
  MEASURES,
  RUNS,
  QUICK,
  RUN_ENDS,
  copiedLink,
  firstLane,
  openBenchmark,
  runToAnswer,
  runToEnd,
  tableTexts,
  untilAnswered,
} from "./quick.ts";

test(
  "a newcomer runs, watches rows arrive, reads the verdict, and a colleague opens the link in a fresh profile",
  MEASURES,
  async ({ page, browser }) => {
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await openBenchmark(page, QUICK);
    await expect(page.getByText("published (derived)").first()).toBeVisible();

    await page.getByRole("button", { name: "Run", exact: true }).click();
    await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
    await expect(page.getByRole("progressbar", { name: "Progress of the run" })).toBeVisible();
    await expect(page.locator("tr[data-at]").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible(RUN_ENDS);
    await untilAnswered(page);
    await expect(page.getByTestId("verdict")).toContainText(
      /4 agents reach [\d,]+ op\/s(?:: [\d.]+% of what|, [\d.]+ times what one does).*earing each other costs them/,
    );
    await expect(page).toHaveTitle("Finished · Headroom");
    const texts = await tableTexts(page);
    expect(texts).toHaveLength(3);
    const link = await copiedLink(page);

    const fresh = await browser.newContext();
    const colleague = await fresh.newPage();
    await colleague.goto(link);
    await expect(colleague.getByText("Shared result ·")).toBeVisible();
    await expect(colleague.getByTestId("verdict")).toHaveText(await page.getByTestId("verdict").innerText());
    expect(await tableTexts(colleague)).toEqual(texts);
    await expect(colleague.getByRole("heading", { name: "How this was measured" })).toBeVisible();
    await expect(colleague.locator("svg.recharts-surface")).toHaveCount(2);
    const [picture] = await Promise.all([
      colleague.waitForEvent("download"),
      colleague.getByRole("button", { name: "Save Speed-up as SVG" }).click(),
    ]);
    expect(await readFile(await picture.path(), "utf8")).toContain("Shared, measured elsewhere: ");
    await fresh.close();
    expect(complaints).toEqual([]);
  },
);

test(
  "a worker that dies in mid-run leaves a finished run with the failed attempt, its reason and its repeat",
  RUNS,
  async ({ page }) => {
    await openBenchmark(page, "agents=2,4&repeats=2&window=2000&topology=none");
    await page.getByRole("button", { name: "Run", exact: true }).click();
    // Behind the middle of the run, where C is measured once more.
    await expect(page.getByText(/Trial 5 of/)).toBeVisible(RUN_ENDS);
    await firstLane(page)?.evaluate(() => {
      setTimeout(() => {
        throw new Error("killed by a test");
      });
    });
    await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible(RUN_ENDS);
    const rejected = page.getByTestId("rejected-attempts");
    await expect(rejected).toContainText("failed: Worker 1 threw: Uncaught Error: killed by a test");
    await expect(rejected.locator("li")).toHaveCount(1);
    expect(await tableTexts(page)).toHaveLength(2);
  },
);

test("a worker that falls silent counts as dead after its deadline", RUNS, async ({ page }) => {
  await openBenchmark(page, "agents=4&repeats=1&window=300");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText(/Trial \d+ of/)).toBeVisible();
  await firstLane(page)?.evaluate(() => self.close());
  await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible(RUN_ENDS);
  await expect(page.getByTestId("rejected-attempts")).toContainText("counts as dead");
  expect(await tableTexts(page)).toHaveLength(1);
});

test("a tab that was hidden during a trial has that trial listed and repeated", MEASURES, async ({ page }) => {
  await openBenchmark(page, "agents=2&repeats=1&window=2000&topology=none");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText(/Trial 2 of/)).toBeVisible();
  await page.waitForTimeout(800);
  const show = (state: string) =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, "visibilityState", { value: visibility, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await show("hidden");
  await show("visible");
  await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible(RUN_ENDS);
  await expect(page.getByTestId("rejected-attempts")).toContainText("invalid: This tab was hidden for");
});

test("stop keeps what is finished", RUNS, async ({ page }) => {
  await openBenchmark(page, "agents=1,2,3,4,5,6,7,8&repeats=5&window=300");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.locator("tr[data-at]").first()).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible();
  await expect(page.getByTestId("verdict")).toContainText("The run was stopped");
  expect((await tableTexts(page)).length).toBeGreaterThan(0);
  await expect(page.getByText(/planned trials have no figure/)).toBeVisible();
});

test("a second tab does not measure beside the first", RUNS, async ({ page, context }) => {
  await openBenchmark(page, "agents=1,2,3,4&repeats=5&window=500");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  const second = await context.newPage();
  await openBenchmark(second, QUICK);
  await second.getByRole("button", { name: "Run", exact: true }).click();
  await expect(second.getByRole("alert")).toContainText("Another tab of Headroom is measuring now");
});

test(
  "a finished result stays when a later run is refused, and when it is stopped before its first row",
  RUNS,
  async ({ page, context }) => {
    await openBenchmark(page, QUICK);
    await runToEnd(page);
    const texts = await tableTexts(page);
    const verdict = await page.getByTestId("verdict").innerText();

    await page.getByRole("button", { name: "Run", exact: true }).click();
    await expect(page.getByText(/^Calibrating/)).toBeVisible();
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(page.getByRole("alert")).toContainText("Nothing new was measured. The run was stopped before");
    await expect.poll(() => tableTexts(page)).toEqual(texts);

    const other = await context.newPage();
    await openBenchmark(other, "agents=1,2,3,4&repeats=5&window=500");
    await other.getByRole("button", { name: "Run", exact: true }).click();
    await expect(other.getByRole("button", { name: "Stop" })).toBeVisible();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await expect(page.getByRole("alert")).toContainText(
      "Nothing new was measured. Another tab of Headroom is measuring",
    );
    await expect.poll(() => tableTexts(page)).toEqual(texts);
    await expect(page.getByTestId("verdict")).toHaveText(verdict);
    await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible();
  },
);

test("bad parameters fall back alone and say so", async ({ page }) => {
  await openBenchmark(page, "repeats=999&seed=12&placement=everywhere");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("repeats=999. Repeats must be a whole number from 1 to 30. 3 is used instead.");
  await expect(alert).toContainText("placement=everywhere");
  await expect(page.getByRole("textbox", { name: "Seed" })).toHaveValue("12");
  await expect(page.getByRole("textbox", { name: "Repeats" })).toHaveValue("3");
});

test("the form keeps wrong text, says what is wrong, and the address follows what is right", async ({ page }) => {
  await openBenchmark(page, "");
  const agents = page.getByRole("textbox", { name: "Agents" });
  await agents.fill("1, 5, 9000000");
  await expect(page.getByText("each from 1 to 1000000")).toBeVisible();
  await expect(agents).toHaveValue("1, 5, 9000000");
  await agents.fill("1, 9000");
  await expect(page.getByText("Keep agents at 2,000 or fewer, or choose the placement batched.")).toBeVisible();
  await agents.fill("1, 5");
  await expect(page).toHaveURL(/agents=1,5/);
  await page.getByRole("combobox", { name: "Placement" }).selectOption("worker-per-agent");
  await agents.fill("1, 500");
  await expect(page.getByText("Keep agents at 400 or fewer")).toBeVisible();
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeDisabled();
});

test("a question that is chosen by keyboard has the focus, and its Run is in sight", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("#/");
  await page.getByRole("link", { name: "How fast is one?" }).focus();
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { level: 1, name: "How fast is one agent on this machine?" });
  await expect(heading).toBeFocused();
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeInViewport();
});

test("the page works by keyboard alone", RUNS, async ({ page }) => {
  await openBenchmark(page, QUICK);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "Preset" })).toBeFocused();
  await page.keyboard.press("Tab");
  const run = page.getByRole("button", { name: "Run", exact: true });
  await expect(run).toBeFocused();
  // Six cards, as none has these settings, nine further questions and their fold, and the ways to a plan and to a comparison.
  const questions = page.getByRole("navigation", { name: "What to measure" }).locator("a:visible, summary");
  await expect(questions).toHaveCount(18);
  for (const question of await questions.all()) {
    await page.keyboard.press("Tab");
    await expect(question).toBeFocused();
  }
  for (let steps = 0; steps < 18; steps += 1) await page.keyboard.press("Shift+Tab");
  await expect(run).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible(RUN_ENDS);
  await page.getByRole("table").getByRole("button", { name: "Core-normalised" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByText("nothing but the cores limits it")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog").getByText("nothing but the cores limits it")).toBeHidden();
});

test("paced runs are held against their offered rate", MEASURES, async ({ page }) => {
  await openBenchmark(page, "agents=1,4&repeats=1&window=400&pacing=paced&rate=20");
  await runToAnswer(page);
  const rows = await tableTexts(page);
  expect(rows[1]).toMatch(/^4 80 100%/);
  await expect(page.getByTestId("verdict")).toContainText(/holds? 20 op\/s/);
});

test(
  "on A4 every column and both charts are whole, and what only works on screen is left out",
  RUNS,
  async ({ page }) => {
    await page.setViewportSize({ width: 1000, height: 900 });
    await openBenchmark(page, "agents=1,2,400&repeats=2&window=150");
    await runToEnd(page);
    await expect(page.locator("svg.recharts-surface")).toHaveCount(2);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation").filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^Theme/ })).toBeHidden();
    // 210 mm less margins of 10 mm; the charts are not told of a page's width.
    const overhang = await page.evaluate(() => {
      document.body.style.width = "718px";
      const table = document.querySelector("table");
      const room = table?.parentElement?.getBoundingClientRect().right ?? 0;
      const parts = [table, ...document.querySelectorAll("svg.recharts-surface")];
      return Math.max(...parts.map((part) => (part?.getBoundingClientRect().right ?? Number.NaN) - room));
    });
    expect(overhang).toBeLessThanOrEqual(0);
  },
);
