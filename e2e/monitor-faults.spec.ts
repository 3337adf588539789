// What can happen to a tab in the middle of a soak: it is hidden, or the browser has no more room. Each is told, and nothing is lost.
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { readRecording, type Recording } from "../src/monitor/recording/recording.ts";
import { MEASURES, RUNS } from "./quick.ts";

/** How long an interval is. */
const INTERVAL_MS = 2_000;

async function startSoak(page: Page): Promise<void> {
  await page.goto("#/monitor?agents=4&grid=5&length=1");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByTestId("tile throughput")).toContainText(/since start \d+(\.\d+)? op\/s/, {
    timeout: 120_000,
  });
}

async function savedRecording(page: Page): Promise<Recording> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save recording" }).click();
  const read = readRecording(await readFile(await (await downloading).path(), "utf8"));
  if (read.state === "refused") throw new Error(read.message);
  return read.recording;
}

function slotsOf({ entries }: Recording) {
  return entries.flatMap((entry) => ("slot" in entry ? [entry.slot] : []));
}

/** Every interval follows the one before it at once: none between them is missing. */
function expectWhole(recording: Recording): void {
  const slots = slotsOf(recording);
  for (const [at, { atMs }] of slots.entries()) {
    const before = slots[at - 1];
    if (before !== undefined) expect(atMs - before.atMs - before.durationMs).toBeLessThan(INTERVAL_MS);
  }
}

/** Intervals that were measured until now, by the note that freezing counts them from here on. */
async function measureOn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Freeze the view" }).click();
  await expect(page.getByText(/[2-9] intervals behind/)).toBeVisible();
  await page.getByRole("button", { name: "Follow again" }).click();
}

/** As a browser does where a person goes to another tab: the state, then the event. */
async function becomes(page: Page, state: "hidden" | "visible"): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => now });
    Object.defineProperty(document, "hidden", { configurable: true, get: () => now === "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

test("A5, A9: a tab hidden in mid-soak is told with its moment, and measuring goes on", MEASURES, async ({ page }) => {
  await startSoak(page);
  const happened = page.getByRole("region", { name: "What happened" });
  await becomes(page, "hidden");
  await expect(happened).toContainText("This tab is hidden: browsers may slow it down.");
  await measureOn(page);
  await becomes(page, "visible");
  await expect(happened).toContainText("This tab is shown again.");
  await measureOn(page);
  const recording = await savedRecording(page);
  expectWhole(recording);
  const marks = recording.entries.flatMap((entry) => ("mark" in entry ? [entry.mark] : []));
  const hidden = marks.find(({ kind }) => kind === "hidden");
  const shown = marks.find(({ kind }) => kind === "visible");
  const between = slotsOf(recording).filter(
    ({ atMs }) => atMs >= (hidden?.atMs ?? Infinity) && atMs < (shown?.atMs ?? -Infinity),
  );
  expect(between.length).toBeGreaterThan(0);
  expect(between.every(({ ops }) => ops > 0)).toBe(true);
});

test("A9: storage that is full in mid-soak is told, and saving still gives every interval", RUNS, async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await startSoak(page);
  // The browser's own quota: its database refuses with its own error, within the half minute for which it trusts its last look.
  const client = await page.context().newCDPSession(page);
  await client.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, quotaSize: 1_000 });
  const told = page.getByText("This browser keeps no more of the recording");
  await expect(told).toContainText("its storage is full", { timeout: 180_000 });
  await expect(told).toContainText("save the recording before you leave the page");
  await measureOn(page);
  expectWhole(await savedRecording(page));
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByRole("status").getByText("This browser keeps no more of the recording")).toBeVisible();
  const whole = await savedRecording(page);
  expectWhole(whole);
  expect(slotsOf(whole)[0]?.atMs).toBeLessThan(INTERVAL_MS);
  expect(whole.entries.at(-1)).toMatchObject({ mark: { kind: "stop" } });
  expect(whole.remarks).toEqual([]);
  // What was put down before is still there behind a reload.
  await page.reload();
  await page.getByRole("button", { name: /^Open the soak of/ }).click();
  await expect(page.getByTestId("tile throughput")).toContainText("op/s");
  expect(errors).toEqual([]);
});
