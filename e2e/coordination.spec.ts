// What talking costs, as a person asks it: ticked, run, read, sent; and a run that is stopped and goes on.
import { expect, test } from "@playwright/test";
import {
  MEASURES,
  RUNS,
  chooseQuestion,
  RUN_ENDS,
  copiedLink,
  keptLink,
  runToEnd,
  tableTexts,
  untilAnswered,
  unfolded,
} from "./quick.ts";

test(
  "a person ticks what to measure, reads what talking costs, and a colleague opens the link",
  MEASURES,
  async ({ page, browser }) => {
    await page.goto("#/");
    await chooseQuestion(page, "What does talking cost?");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What does talking cost agents on this machine?");
    const topologies = page.getByRole("group", { name: "Topologies" });
    await topologies.getByRole("checkbox", { name: /^star/ }).uncheck();
    await topologies.getByRole("checkbox", { name: /^ring/ }).uncheck();
    await expect(page).toHaveURL(/topologies=all-to-all/);
    // The last tick stays, and it is said how to be rid of it.
    await topologies.getByRole("checkbox", { name: /^all-to-all/ }).click();
    await expect(topologies.getByRole("alert")).toContainText("Tick another one first, then untick this one");
    await expect(topologies.getByRole("checkbox", { name: /^all-to-all/ })).toBeChecked();
    await topologies.getByRole("checkbox", { name: /^ring/ }).check();
    await expect(topologies.getByRole("alert")).toHaveCount(0);
    await topologies.getByRole("checkbox", { name: /^all-to-all/ }).uncheck();
    await page
      .getByRole("group", { name: "Transports" })
      .getByRole("checkbox", { name: /^messages/ })
      .uncheck();
    await page
      .getByRole("group", { name: "Placements" })
      .getByRole("checkbox", { name: /^single-lane/ })
      .check();
    const before = await page.getByRole("combobox", { name: "Preset" }).innerText();
    await page.getByRole("textbox", { name: "Agents", exact: true }).fill("2, 3");
    await page.getByRole("textbox", { name: "Repeats" }).fill("1");
    await page.getByText("Advanced", { exact: true }).click();
    await page.getByRole("textbox", { name: "Window, ms" }).fill("100");
    const time = page.getByRole("combobox", { name: "Preset" }).locator("option", { hasText: "Custom ~" });
    await expect(time).toHaveCount(1);
    expect(await time.innerText()).not.toBe(before);

    await runToEnd(page);
    await untilAnswered(page);
    const verdict = page.getByTestId("verdict");
    await expect(verdict).toContainText("Talking costs 3 agents");
    await expect(verdict).toContainText("Two workers exchange and confirm 1 kB in");
    const rows = await tableTexts(page);
    expect(rows.map((row) => row.replace(/ (in silence, \S+|ring, .*?(pool|single-lane)).*/, " $1"))).toEqual([
      "2 · in silence, single-lane",
      "3 · in silence, single-lane",
      "2 · in silence, pool",
      "3 · in silence, pool",
      "2 · ring, single-lane",
      "3 · ring, single-lane",
      "2 · ring, shared memory, pool",
      "3 · ring, shared memory, pool",
    ]);
    await expect(page.getByRole("img", { name: /^Cost of talking/ }).locator("svg")).toContainText("single-lane");
    const sizes = await unfolded(page, "What a message costs here");
    await expect(sizes.locator("tbody tr")).toHaveCount(7);
    const predicted = await unfolded(page, "Transport as messages alone predict it");
    await expect(predicted.locator("tbody tr")).toHaveCount(4);
    const said = await verdict.innerText();

    const link = await copiedLink(page);
    const colleague = await (await browser.newContext()).newPage();
    await colleague.goto(link);
    await expect(colleague.getByTestId("verdict")).toHaveText(said);
    expect(await tableTexts(colleague)).toEqual(rows);
  },
);

test(
  "a run that is stopped keeps what it measured, and goes on with the rest as the same result",
  RUNS,
  async ({ page }) => {
    await page.goto(
      "#/?scenario=coordination&topologies=ring&transports=message&agents=2,3&repeats=4&window=100&grid=5&length=1",
    );
    await page.getByRole("button", { name: "Run", exact: true }).click();
    // Rows come behind the messages that are measured alone; one is enough to be stopped at.
    const firstRow = page
      .getByRole("table", { name: /^Table of the run/ })
      .locator("tbody tr", { hasText: /pool\s*\d/ });
    await expect(firstRow.first()).toBeVisible(RUN_ENDS);
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await expect(keptLink(page)).toBeVisible();
    // It stays at its question, and after a reload it goes on from there.
    await chooseQuestion(page, "How do they scale?");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("How do agents scale on this machine?");
    await expect(page.getByText("The run was stopped: what was finished")).toHaveCount(0);
    await page.goBack();
    await expect(page.getByText("The run was stopped: what was finished")).toBeVisible();
    await page.reload();
    await expect(page.getByText("The last run was stopped.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Go on, ~/ })).toBeVisible();
    await page.getByRole("link", { name: "Results", exact: true }).click();
    const entries = page.getByRole("list", { name: "Kept results" }).getByRole("listitem");
    await expect(entries).toHaveCount(1);
    await entries.getByRole("link").first().click();
    await expect(page.getByText(/planned trials have no figure: the run was stopped/)).toBeVisible();
    await page.getByRole("button", { name: /^Go on, ~/ }).click();
    await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible(RUN_ENDS);
    expect(await tableTexts(page)).toHaveLength(4);
    await expect(page.getByRole("button", { name: /^Go on/ })).toHaveCount(0);
    await expect(keptLink(page)).toBeVisible();
    await keptLink(page).click();
    await expect(entries).toHaveCount(1);
  },
);
