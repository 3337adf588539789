// `npm run bench:page`: Lighthouse's figures for every page of the built app, served as `npm start` does, with the found Chromium.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { ensureBrowser } from "./lib/browser.mjs";
import { freePort } from "./lib/playwright.mjs";
import { precompress } from "./lib/precompress.mjs";
import { root } from "./lib/root.mjs";
import { run } from "./lib/run.mjs";
import { serve } from "./lib/server.mjs";

const PAGES = [
  "#/",
  "#/capacity",
  "#/capacity/plan",
  "#/results",
  "#/catalogue",
  "#/compare",
  "#/monitor",
  "#/profile",
];
/** The least that each page is to reach, of 100. */
const LEAST = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const LCP_MOST_MS = 1_000;
/** A phone's width and a quarter of this machine's speed; the network is localhost's own. */
const settings = {
  onlyCategories: Object.keys(LEAST),
  formFactor: "mobile",
  throttlingMethod: "devtools",
  throttling: {
    cpuSlowdownMultiplier: 4,
    requestLatencyMs: 0,
    downloadThroughputKbps: 0,
    uploadThroughputKbps: 0,
    rttMs: 0,
    throughputKbps: 0,
  },
};

/** @returns {string[]} what keeps a category below 100, as Lighthouse names it */
function faultsOf({ categories, audits }) {
  const counted = Object.keys(LEAST)
    .filter((name) => name !== "performance")
    .flatMap((name) => categories[name].auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => audits[id]));
  return [...new Set(counted.filter(({ score }) => score !== null && score < 1).map(({ title }) => title))];
}

const built = await run("vite", ["build", "--logLevel", "warn"]);
if (built.code !== 0) process.exit(1);
precompress(join(root, "dist"));
const reports = join(root, ".cache", "lighthouse");
mkdirSync(reports, { recursive: true });
const server = await serve();
const port = await freePort();
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ["--no-sandbox", `--remote-debugging-port=${port}`],
});
let isShort = false;
try {
  console.log(
    `page             ${Object.keys(LEAST)
      .map((name) => name.padStart(15))
      .join("")}        LCP`,
  );
  for (const page of PAGES) {
    const found = await lighthouse(
      `${server.url}${page}`,
      { port, output: "html", logLevel: "error" },
      { extends: "lighthouse:default", settings },
    );
    if (found === undefined) throw new Error(`Lighthouse gave no figures for ${page}.`);
    const { lhr, report } = found;
    writeFileSync(
      join(reports, `${page.replaceAll(/\W+/g, "-").replaceAll(/^-|-$/g, "") || "benchmark"}.html`),
      String(report),
    );
    const scores = Object.entries(LEAST).map(([name, least]) => {
      const score = Math.round((lhr.categories[name]?.score ?? 0) * 100);
      isShort ||= score < least;
      return `${score}${score < least ? " ▲" : "  "}`.padStart(15);
    });
    const lcpMs = lhr.audits["largest-contentful-paint"]?.numericValue ?? Number.NaN;
    isShort ||= !(lcpMs < LCP_MOST_MS);
    console.log(
      `${page.padEnd(17)}${scores.join("")}${`${lcpMs.toFixed(0)} ms`.padStart(11)}${lcpMs < LCP_MOST_MS ? "" : " ▲"}`,
    );
    for (const fault of faultsOf(lhr)) console.log(`    ${fault}`);
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(
  `\nWhole reports: ${reports}\n${isShort ? "▲ marks what is below its limit" : "All within their limits"}: performance 95, the others 100, LCP under ${LCP_MOST_MS} ms.`,
);
process.exit(isShort ? 1 : 0);
