// Smoke journeys in WebKitGTK, named as those of e2e/engines.spec.ts, so that the matrix has them in one row.
import { serve } from "./server.mjs";
import { withWebKit } from "./webkit.mjs";

/** A run takes its seconds on any machine, and a slow one adds to them. */
const RUN_MOST_MS = 180_000;
const WAIT_MOST_MS = 60_000;

const click = `
  const button = [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === arguments[0] && !one.disabled);
  button?.click();
  return button !== undefined;`;
const hasButton = `return [...document.querySelectorAll("button")].some((one) => one.textContent.trim() === arguments[0]);`;
/** The figures of a run's table, row by row. */
const rows = `
  const table = [...document.querySelectorAll("table")].find((one) => one.caption?.textContent.startsWith("Table of the run"));
  if (table === undefined) return null;
  const texts = [...table.tBodies[0].rows].map((row) =>
    [...row.cells].filter((cell) => !cell.dataset.column?.startsWith("times ")).map((cell) => cell.innerText).join(" "));
  return texts.join("\\n").replaceAll(/[ \\t]+/g, " ");`;
const includes = `return document.body.innerText.includes(arguments[0]);`;

/** @type {Readonly<Record<string, (page: import("./webdriver.mjs").WebDriver, url: string) => Promise<void>>>} */
const journeys = {
  "run, table, copied link, cold link": async (page, url) => {
    await page.open(`${url}#/?scenario=scaling&agents=1,2,4&repeats=1&window=150`);
    await page.until("Run", WAIT_MOST_MS, click, "Run");
    await page.until("Stop", WAIT_MOST_MS, hasButton, "Stop");
    await page.until("the result", RUN_MOST_MS, hasButton, "Copy link");
    const table = await page.untilText("the table", WAIT_MOST_MS, rows);
    if (table.split("\n").length < 3) throw new Error(`The table has too few rows: ${table}`);
    // What is copied is caught, since no test reads this clipboard.
    await page.inPage(
      "navigator.clipboard.writeText = async (text) => { document.documentElement.dataset.copied = text; };",
    );
    await page.until("Copy link", WAIT_MOST_MS, click, "Copy link");
    const link = await page.untilText(
      "the link",
      WAIT_MOST_MS,
      'return document.documentElement.dataset.copied ?? "";',
    );
    await page.open("about:blank");
    await page.open(link);
    await page.until("the shared result", WAIT_MOST_MS, includes, "Shared result ·");
    const shared = await page.untilText("its table", WAIT_MOST_MS, rows);
    if (shared !== table) throw new Error(`The link shows another table:\n${shared}\ninstead of\n${table}`);
  },
  "capacity and plan": async (page, url) => {
    await page.open(`${url}#/capacity?agents=25`);
    await page.until("the answer", WAIT_MOST_MS, includes, "25 agents need 2,475 MB");
    await page.open(`${url}#/capacity/plan`);
    await page.until("the plan", WAIT_MOST_MS, includes, "Run 6 processes of 30 agents on 2 e2-standard-4");
  },
  monitor: async (page, url) => {
    await page.open(`${url}#/monitor?agents=4&grid=5&length=1`);
    await page.until("Start", WAIT_MOST_MS, click, "Start");
    await page.until("figures", RUN_MOST_MS, includes, "since start");
    await page.until("Stop", WAIT_MOST_MS, click, "Stop");
    await page.until("the kept recording", WAIT_MOST_MS, includes, "Its recording is kept in this browser.");
  },
  profile: async (page, url) => {
    await page.open(`${url}#/profile?component=coordination&agents=4&seconds=1`);
    await page.until("Take profile", WAIT_MOST_MS, click, "Take profile");
    await page.until("the phases", RUN_MOST_MS, includes, "of a worker's time");
  },
};

/**
 * @param {string} shell path of MiniBrowser
 * @param {(version: string, journeys: readonly { title: string, ok: boolean }[]) => void} tell
 * @returns {import("./parts.mjs").Part}
 */
export function webKitPart(shell, tell) {
  return {
    name: "smoke journeys in WebKitGTK",
    run: async () => {
      const outcomes = [];
      const faults = [];
      const server = await serve();
      try {
        await withWebKit(shell, async (page, version) => {
          for (const [title, act] of Object.entries(journeys)) {
            const fault = await act(page, server.url).then(
              () => null,
              (error) => error,
            );
            outcomes.push({ title, ok: fault === null });
            console.log(`  ${fault === null ? "✓" : "✘"} ${title}`);
            if (fault !== null) faults.push(`${title}: ${fault instanceof Error ? fault.message : fault}`);
          }
          tell(version, outcomes);
        });
      } finally {
        await server.close();
      }
      const failed = outcomes.filter(({ ok }) => !ok).length;
      return { passed: outcomes.length - failed, failed, output: faults.join("\n") };
    },
  };
}
