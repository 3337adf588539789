// `npm run bench:soak`: what the Monitor page itself costs while it watches a soak: main thread, clicks, memory and performance entries.
import { parseArgs } from "node:util";
import { withBrowser } from "./lib/drive.mjs";
import { inMB, readPage } from "./lib/page-readings.mjs";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    agents: { type: "string", default: "50" },
  },
});
const minutes = Number(values.minutes);
if (!(minutes > 0 && minutes <= 1_440) || !/^\d{1,4}$/.test(values.agents)) {
  console.error("npm run bench:soak -- [--minutes 0.5 to 1440] [--agents 1 to 2000]");
  process.exit(2);
}

const CLICK_EVERY_MS = 5_000;
const BUSY_MOST = 0.05;
const CLICK_MOST_MS = 50;
/** Code that runs for the first time grows the heap once: so much of the time is left out of what is said of it. */
const LEFT_OUT_SHARE = 0.2;
/** What garbage collection leaves behind differs by so much from reading to reading. */
const GROWTH_MOST = 1.1;

/** Clicks a button, and tells how long it took until the frame after it, ms. */
function clickedFrame(page) {
  return page.evaluate(async () => {
    const button = [...document.querySelectorAll("button")].find((one) =>
      /Freeze the view|Follow again/.test(one.textContent),
    );
    if (button === undefined) throw new Error("The page has no button to freeze its view.");
    const startMs = performance.now();
    button.click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - startMs;
  });
}

function percentile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

await withBrowser(async (browser, url) => {
  const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
  await page.goto(`${url}#/monitor?agents=${values.agents}`);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page
    .getByTestId("tile throughput")
    .getByText(/since start/)
    .waitFor({ timeout: 120_000 });
  // Charts have been drawn, and what is loaded once is loaded.
  await page.waitForTimeout(20_000);
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const first = await readPage(page, client);
  const clicks = [];
  let level = null;
  const begun = Date.now();
  const end = Date.now() + minutes * 60_000;
  let nextReport = Date.now() + 60_000;
  while (Date.now() < end) {
    await page.waitForTimeout(CLICK_EVERY_MS);
    clicks.push(await clickedFrame(page));
    if (level === null && Date.now() - begun >= LEFT_OUT_SHARE * minutes * 60_000) level = await readPage(page, client);
    if (Date.now() < nextReport) continue;
    nextReport += 60_000;
    const now = await readPage(page, client);
    console.log(
      `${Math.round(now.atSeconds - first.atSeconds)} s: heap ${inMB(now.heapBytes)} MB, ${now.nodes} nodes, ${now.entries} performance entries`,
    );
  }
  const last = await readPage(page, client);
  const sentence = await page.getByTestId("monitor-sentence").innerText();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  const busy = (last.taskSeconds - first.taskSeconds) / (last.atSeconds - first.atSeconds);
  const sorted = clicks.toSorted((a, b) => a - b);
  const p95 = percentile(sorted, 0.95);
  const from = level ?? first;
  const growth = last.heapBytes / from.heapBytes;
  const checks = [
    [`main thread busy ${(100 * busy).toFixed(1)}% of the time, under ${100 * BUSY_MOST}%`, busy < BUSY_MOST],
    [
      `a click until its frame: median ${percentile(sorted, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms of ${clicks.length}, under ${CLICK_MOST_MS} ms`,
      p95 < CLICK_MOST_MS,
    ],
    [
      `heap after garbage collection ${inMB(from.heapBytes)} to ${inMB(last.heapBytes)} MB, ${growth.toFixed(2)} times, under ${GROWTH_MOST}`,
      growth < GROWTH_MOST,
    ],
    [`performance entries ${first.entries} to ${last.entries}, no more than before`, last.entries <= first.entries],
  ];
  console.log(`\n${sentence}`);
  for (const [text, holds] of checks) console.log(`${holds ? "✓" : "✗"} ${text}`);
  if (checks.some(([, holds]) => !holds)) process.exitCode = 1;
});
