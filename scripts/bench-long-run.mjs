// `npm run bench:long-run`: whether the Benchmark page itself grows while it measures memory and speed over a long time.
import { parseArgs } from "node:util";
import { withBrowser } from "./lib/drive.mjs";
import { inMB, readPage } from "./lib/page-readings.mjs";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "300" },
    agents: { type: "string", default: "20" },
  },
});
const seconds = Number(values.seconds);
if (!(seconds >= 15 && seconds <= 86_400) || !/^\d{1,4}$/.test(values.agents)) {
  console.error("npm run bench:long-run -- [--seconds 15 to 86400] [--agents 1 to 2000]");
  process.exit(2);
}

/** Code that runs for the first time grows the heap once: so much of the time is left out of what is said of it. */
const LEFT_OUT_SHARE = 0.2;
/** What garbage collection leaves behind differs by so much from reading to reading. */
const GROWTH_MOST = 1.1;
const READINGS = 10;

await withBrowser(async (browser, url) => {
  const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
  await page.goto(`${url}#/?scenario=memory-stress&agents=${values.agents}&seconds=${seconds}`);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const readings = [];
  for (let taken = 0; taken < READINGS; taken += 1) {
    await page.waitForTimeout((seconds * 1_000) / READINGS);
    const now = await readPage(page, client);
    readings.push(now);
    console.log(
      `${Math.round(now.atSeconds - readings[0].atSeconds)} s: heap ${inMB(now.heapBytes)} MB, ${now.nodes} nodes, ${now.entries} performance entries`,
    );
  }
  await page
    .getByRole("button", { name: "Copy link" })
    .first()
    .waitFor({ timeout: 300_000 + seconds * 1_000 });
  const from = readings[Math.floor(LEFT_OUT_SHARE * READINGS)];
  const last = readings.at(-1);
  const growth = last.heapBytes / from.heapBytes;
  const checks = [
    [
      `heap after garbage collection ${inMB(from.heapBytes)} to ${inMB(last.heapBytes)} MB, ${growth.toFixed(2)} times, under ${GROWTH_MOST}`,
      growth < GROWTH_MOST,
    ],
    [`performance entries ${from.entries} to ${last.entries}, no more than before`, last.entries <= from.entries],
  ];
  console.log(`\n${await page.getByTestId("verdict").innerText()}`);
  for (const [text, holds] of checks) console.log(`${holds ? "✓" : "✗"} ${text}`);
  if (checks.some(([, holds]) => !holds)) process.exitCode = 1;
});
