// A profile from its page to its files: measured, opened in the real speedscope, opened here again, stopped, refused.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { goTo, MEASURES, RUNS, RUN_ENDS } from "./quick.ts";
import { expectSpeedscopeTimes, firstWorkerTimes, inSpeedscope } from "./speedscope.ts";

/** Shares of the bar, as text. */
async function sharesOf(page: Page): Promise<string[]> {
  return page.getByTestId("shares").getByRole("listitem").allInnerTexts();
}

async function saved(page: Page, what: string): Promise<{ readonly name: string; readonly path: string }> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: what }).click()]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

test(
  "E2: a profile is measured, both of its files open in speedscope, and each opens here to the same table",
  MEASURES,
  async ({ page, context }) => {
    await page.goto("#/");
    await goTo(page, "Profile");
    await expect(page.getByTestId("empty")).toBeVisible();
    await page.goto("#/profile?component=coordination&agents=4&seconds=1");
    await page.getByRole("button", { name: "Take profile" }).click();
    await expect(page.getByTestId("answer")).toContainText(/takes .*% of a worker's time/, RUN_ENDS);

    await expect(page.getByTestId("probes")).toContainText("pairs of blocks with and without them in turn");
    const phases = page.getByTestId("phases");
    for (const phase of ["infer policies", "publish", "wait", "fuse", "not attributed"]) {
      await expect(phases.getByRole("row", { name: phase })).toBeVisible();
    }
    await expect(page.getByTestId("sampling")).toContainText(/spans; (every round|1 of)/);
    await expect(page.getByTestId("bytes").getByRole("row", { name: "links between workers" })).not.toContainText(
      "0 B",
    );
    const shares = await sharesOf(page);

    const trace = await saved(page, "Save Chrome trace");
    const speedscope = await saved(page, "Save speedscope file");
    const times = firstWorkerTimes(readFileSync(trace.path, "utf8"));
    expect(trace.name).toMatch(/^headroom-profile-coordination-.*\.trace\.json$/);
    for (const { path } of [trace, speedscope]) {
      const viewer = await context.newPage();
      await inSpeedscope(viewer, path);
      await expect(viewer).toHaveTitle(/speedscope/);
      // Which of the workers is shown stands in its bar, with how many there are.
      await expect(viewer.getByText(/Worker 1, 2 agents/).first()).toBeVisible();
      await expect(viewer.getByText(/\(1\/[23]\)/).first()).toBeVisible();
      // The one view that is no picture: its rows have the names of our table, and the times of our spans.
      await viewer.getByText("Sandwich").click();
      await expectSpeedscopeTimes(viewer, times);
      await viewer.close();
    }

    // Spans of a short window against the table of the whole run: what is longest is as long in both, within what a machine varies.
    const perOpUs = Number(
      await phases.getByRole("row", { name: "infer policies" }).getByRole("cell").first().innerText(),
    );
    const chosen = times.get("infer policies");
    const ratio = (chosen?.selfUs ?? 0) / (times.get("op")?.count ?? 1) / perOpUs;
    expect(ratio, "infer policies per op, spans over table").toBeGreaterThan(1 / 3);
    expect(ratio, "infer policies per op, spans over table").toBeLessThan(3);

    for (const { path } of [trace, speedscope]) {
      await page.reload();
      await expect(page.getByTestId("provenance")).toContainText("before this page was loaded again");
      await page.getByLabel("A profile that was saved here").setInputFiles(path);
      await expect(page.getByTestId("provenance")).toContainText("opened from");
      expect(await sharesOf(page)).toEqual(shares);
      await expect(page.getByTestId("flame")).toBeVisible();
    }
  },
);

test("a profile that is stopped leaves the page ready for another", RUNS, async ({ page }) => {
  await page.goto("#/profile?seconds=60");
  await page.getByRole("button", { name: "Take profile" }).click();
  await expect(page.getByTestId("doing")).toContainText("Profiling 10 agents for 60 s");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("The profile was stopped before it was whole.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Take profile" })).toBeEnabled();
});

test("E7: a file of another program is refused with the reason, and what the address says wrong is told", async ({
  page,
}) => {
  await page.goto("#/profile?agents=many");
  await expect(page.getByLabel("Parameters not understood")).toContainText("10 is used instead");
  await page.getByLabel("A profile that was saved here").setInputFiles({
    name: "foreign.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"traceEvents":[{"ph":"X","name":"main","ts":0,"dur":1,"tid":1}]}'),
  });
  await expect(page.getByRole("alert")).toContainText("Chrome trace of another program");
  await expect(page.getByTestId("empty")).toBeVisible();
});

test("E8: the page says how to open a profile elsewhere, also without a network", async ({ page }) => {
  await page.goto("#/profile");
  await page.getByLabel("A profile that was saved here").setInputFiles({
    name: "kept.json",
    mimeType: "application/json",
    buffer: readFileSync(join("src", "profile", "fixtures", "profile-1.trace.json")),
  });
  await expect(page.getByTestId("answer")).toContainText("Choosing a plan takes 60%");
  await page.getByText("Open in speedscope, Perfetto or the Firefox Profiler").click();
  await expect(page.getByText("npx speedscope FILE")).toBeVisible();
  await expect(page.getByText("needs no network")).toBeVisible();
});
