// A cache as a person asks after it: chosen as a question, run, read beside its limits, and opened from a link.
import { expect, test } from "@playwright/test";
import { MEASURES, chooseQuestion, copiedLink, runToAnswer, tableTexts, unfolded } from "./quick.ts";

test(
  "a cache: chosen as a question, measured beside no cache, with its limits, the published claims, and a link",
  MEASURES,
  async ({ page, browser }) => {
    await page.goto("#/");
    await chooseQuestion(page, "Does a cache help?");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Does a cache help?");
    await page.goto("#/?scenario=cache&workload=t-maze&agents=3&entries=1,16,256&repeats=6&window=100");
    await runToAnswer(page);
    // The beliefs of a T-maze are few, so that nearly all come back.
    await expect(page.getByTestId("verdict")).toContainText(
      /A cache of \d+ results \([\d.]+ k?B\) makes 3 agents [\d.]+ times as fast(?:; the published 3\.2 times (?:holds|does not hold) for this workload)?\.|Whether a cache helps 3 agents cannot be told/,
    );
    await expect(page.getByTestId("verdict")).toContainText(/The published aim of 35% takes \d+ results?/);
    const texts = await tableTexts(page);
    expect(texts).toHaveLength(3);
    const claims = page.getByRole("table", { name: "Beside the published claims" });
    await expect(claims.getByRole("row", { name: /^Speed-up/ })).toContainText(/times, /);
    await expect(await unfolded(page, "What the published system recorded")).toBeVisible();
    await expect(page.locator("svg.recharts-surface")).toHaveCount(2);

    const context = await browser.newContext();
    const colleague = await context.newPage();
    await colleague.goto(await copiedLink(page));
    await expect(colleague.getByText("Shared result ·")).toBeVisible();
    expect(await tableTexts(colleague)).toEqual(texts);
    await context.close();
  },
);

test(
  "optimisations: chosen as a question, each measured with and without, its claim judged in words",
  MEASURES,
  async ({ page }) => {
    await page.goto("#/");
    await chooseQuestion(page, "Which optimisations pay?");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Which optimisations pay?");
    await page.goto(
      "#/?scenario=optimisations&grid=5&agents=3&repeats=6&window=100&optimisations=one-model,single-precision,asynchronous,sparse",
    );
    await runToAnswer(page);
    await expect(page.getByTestId("verdict")).toContainText(/Most is gained by .*: 3 agents are [\d.]+ times as fast/);
    const claims = page.getByRole("table", { name: "The published claims" });
    await expect(claims.getByRole("row", { name: /^one model for all agents/ })).toContainText("confirmed");
    await expect(claims.getByRole("row", { name: /^beliefs of 32 bits/ })).toContainText("refuted");
    await expect(page.getByRole("table", { name: "What has no meaning in a browser" })).toBeVisible();
    await expect(page.getByRole("img", { name: /^What each gains/ }).locator("svg")).toBeVisible();
    expect(await tableTexts(page)).toHaveLength(4);
  },
);
