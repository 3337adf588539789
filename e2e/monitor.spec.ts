// The Monitor: a soak is started, paused, noted and stopped, survives a crash and a reload, and is played back.
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { headerLine, entryLine } from "../src/monitor/recording/recording.ts";
import { header, slotAt } from "../src/monitor/fixtures/slots.ts";
import { firstLane, MEASURES } from "./quick.ts";

const LOAD = "agents=4&grid=5&length=1";

function tile(page: Page, id: string) {
  return page.getByTestId(`tile ${id}`);
}

async function startSoak(page: Page): Promise<void> {
  await page.goto(`#/monitor?${LOAD}`);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(tile(page, "throughput")).toContainText(/since start \d+(\.\d+)? op\/s/, { timeout: 120_000 });
}

const rules = `groups:
- name: mine
  rules:
  - alert: Ops begin late
    expr: late_ops_percent > 0.5
`;

const recording =
  headerLine({ ...header, rules }) +
  Array.from({ length: 30 }, (_, n) => entryLine({ slot: slotAt(n) })).join("") +
  entryLine({ mark: { atMs: 60_000, kind: "note", text: "<img src=x onerror=alert(1)>" } });

async function openRecording(page: Page, text: string): Promise<void> {
  await page
    .getByLabel("Recording to play back")
    .setInputFiles({ name: "soak.ndjson", mimeType: "application/x-ndjson", buffer: Buffer.from(text) });
}

test(
  "a soak is watched live, paused, noted, frozen and stopped, and its recording plays back the same",
  MEASURES,
  async ({ page }) => {
    await startSoak(page);
    await expect(page.getByTestId("monitor-sentence")).toContainText(/^4 agents (hold|fall behind)/);
    await page.getByLabel("Note for this moment").fill("deploy");
    await page.getByRole("button", { name: "Add note" }).click();
    await expect(page.getByRole("region", { name: "What happened" })).toContainText("deploy");
    await page.getByRole("button", { name: "Freeze the view" }).click();
    await expect(page.getByText(/[1-9]\d* intervals? behind/)).toBeVisible();
    await page.getByRole("button", { name: "Follow again" }).click();
    await page.getByRole("button", { name: "Pause the load" }).click();
    await expect(page.getByText("The load is paused")).toBeVisible();
    await expect(tile(page, "throughput")).toHaveAttribute("data-state", "stale");
    await expect(tile(page, "throughput")).toContainText(/\d op\/s/);
    await page.getByRole("button", { name: "Resume the load" }).click();
    await expect(tile(page, "throughput")).toHaveAttribute("data-state", "fresh");
    await page.getByRole("textbox", { name: "Agents" }).fill("6");
    await page.getByRole("button", { name: "Apply the changed load" }).click();
    await expect(tile(page, "offered")).toContainText(/^Offered1[12]\d(\.\d)? op\/s/);
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await expect(page.getByText("Its recording is kept in this browser.")).toBeVisible();
    const last = await tile(page, "throughput").innerText();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save recording" }).click();
    const text = await readFile(await (await downloading).path(), "utf8");
    await openRecording(page, text);
    await expect(page.getByRole("slider", { name: "Time" })).toBeVisible();
    expect((await tile(page, "throughput").innerText()).split("\n")[1]).toBe(last.split("\n")[1]);
    await expect(page.getByRole("region", { name: "What happened" })).toContainText("The load was paused.");
  },
);

test("a worker that dies and a reload in mid-soak are told, and nothing is lost", MEASURES, async ({ page }) => {
  await startSoak(page);
  await firstLane(page)?.evaluate(() => {
    setTimeout(() => {
      throw new Error("made to die");
    });
  });
  const happened = page.getByRole("region", { name: "What happened" });
  await expect(happened).toContainText("crash");
  await expect(happened).toContainText("Fresh workers took over.");
  await page.reload();
  await page.getByRole("button", { name: /^Open the soak of/ }).click();
  await expect(happened).toContainText("Fresh workers took over.");
  await expect(tile(page, "throughput")).toContainText("op/s");
  // It is kept with its load and length until it is deleted.
  const kept = page.getByRole("region", { name: "Kept in this browser" });
  await expect(kept).toContainText(/\d s.*explorer 5×5.*4 agents/);
  await kept.getByRole("button", { name: /^Delete the soak of/ }).click();
  await kept.getByRole("button", { name: "Delete for good" }).click();
  await expect(kept).toBeHidden();
  await page.reload();
  await expect(page.getByRole("button", { name: "Start", exact: true })).toBeVisible();
  await expect(kept).toBeHidden();
});

test("a recording is opened, played and laid over, and hostile text in it stays text", async ({ page }) => {
  await page.goto("#/monitor");
  await openRecording(page, recording);
  await expect(tile(page, "throughput")).toContainText("200 op/s");
  await expect(page.getByRole("region", { name: "What happened" })).toContainText("<img src=x onerror=alert(1)>");
  const alerts = page.getByRole("region", { name: "Alerts" });
  await expect(alerts).toContainText("▲ firing");
  await expect(alerts).toContainText("0:02 Ops begin late fired at 1, and still fires.");
  await expect(tile(page, "late")).toContainText("▲ Ops begin late");
  const time = page.getByRole("slider", { name: "Time" });
  await expect(time).toHaveAttribute("aria-valuetext", "1:00 of 1:00");
  await page.getByRole("button", { name: "▶ 100×" }).click();
  await expect(time).not.toHaveAttribute("aria-valuetext", "1:00 of 1:00");
  await expect(time).toHaveAttribute("aria-valuetext", "1:00 of 1:00");
  await page
    .getByLabel("Recording to lay over this one")
    .setInputFiles({ name: "other.ndjson", mimeType: "application/x-ndjson", buffer: Buffer.from(recording) });
  await expect(page.getByText("Laid over, in thin lines:")).toBeVisible();
  await page.getByRole("checkbox", { name: "p90" }).check();
  await expect(tile(page, "p90")).toBeVisible();
  await page.getByRole("button", { name: "Show 1:00 in the charts" }).click();
  await expect(page.getByRole("button", { name: "End zoom" })).toBeVisible();
  // A2: what the stretch's percentiles are of is said beside them.
  await expect(page.getByTestId("stretch")).toContainText(
    "p99 101 µs latency of all 6,000 ops from 0:30 to 1:00, to whole intervals of 2 s",
  );
});

test("rules are edited with faults by line and column, and the published ones say what contradicts them", async ({
  page,
}) => {
  await page.goto("#/monitor");
  await openRecording(page, recording);
  await page.getByText("Edit the rules").click();
  await expect(page.getByText("Both cannot be right.")).toBeVisible();
  const text = page.getByLabel("Rules in Prometheus’s form or in the published one");
  await text.fill(rules.replace("late_ops_percent > 0.5", "rate(x[5m]) > 1"));
  await expect(page.getByRole("list", { name: "Faults and hints" })).toContainText("line 5, column 11");
  await expect(page.getByRole("button", { name: "Use these rules" })).toBeDisabled();
  // B5: the verdict on missing data is chosen beside the text, and written into it.
  const lateInference = page.getByLabel("High Agent Inference Time");
  await page.getByRole("button", { name: "The published rules" }).click();
  await expect(lateInference).toHaveValue("keep");
  await lateInference.selectOption("alert");
  await expect(text).toHaveValue(/headroom_no_data: alert/);
  await text.fill((await text.inputValue()).replace("headroom_no_data: alert", "headroom_no_data: keep"));
  await expect(lateInference).toHaveValue("keep");
  await lateInference.selectOption("resolve");
  await expect(text).not.toHaveValue(/No data for High Agent Inference Time/);
  await text.fill(rules);
  await page.getByRole("button", { name: "Use these rules" }).click();
  await page.reload();
  await openRecording(page, recording);
  await page.getByText("Edit the rules").click();
  await expect(text).toHaveValue(rules);
});

test("a file that is no recording is refused in words, and one that was cut is opened as far as it goes", async ({
  page,
}) => {
  await page.goto("#/monitor");
  await openRecording(page, "hello");
  await expect(page.getByRole("alert")).toContainText("This is no recording of the Monitor");
  await openRecording(page, recording.slice(0, recording.length - 120));
  await expect(page.getByText("The last line was cut")).toBeVisible();
  await expect(tile(page, "throughput")).toContainText("200 op/s");
});
