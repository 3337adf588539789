// The command behind `npm run bench:regress`: how often verdicts cry wolf on unchanged code, and how often they see a real 15 % slow-down.
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { bundle } from "./lib/bundle.mjs";
import { recordPairs } from "./lib/record-pairs.mjs";

const { values } = parseArgs({
  options: {
    /** Sessions drawn from recorded ones in Node. */
    simulated: { type: "string", default: "yes" },
    /** Real pairs in a browser, some three minutes each; 0 for none. */
    pairs: { type: "string", default: "20" },
    /** Keeps real pairs, and measures only those that are not there yet. */
    folder: { type: "string" },
  },
});
const pairs = Number(values.pairs);
if (!Number.isInteger(pairs) || pairs < 0 || pairs > 200 || !["yes", "no"].includes(values.simulated)) {
  console.error("npm run bench:regress -- [--simulated yes|no] [--pairs 0 to 200] [--folder FOLDER]");
  process.exit(2);
}

const SESSIONS = 20;
const WINDOW_MS = 40;
const SLOW_SHARE = 0.15;
/** A session that got less of a core was disturbed by other programs, and is recorded again, at most twice. */
const CORE_SHARE_LEAST = 0.85;
const ATTEMPTS_MOST = 3;

const sessionFile = fileURLToPath(await bundle("commands/regress-session"));
const { reportRates, reportPairs, pairsTexts } = await import(await bundle("commands/regress-aa"));

function recordInProcess(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [sessionFile, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part) => (text += part));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`A session ended with ${code}.`)),
    );
  });
}

let disturbed = 0;
let kept = 0;

async function record(slowShare, seed) {
  for (let attempt = 1; ; attempt += 1) {
    const session = await recordInProcess([String(slowShare), String(WINDOW_MS), String(seed)]);
    if (session.coreShare >= CORE_SHARE_LEAST) return session.samples;
    disturbed += 1;
    if (attempt === ATTEMPTS_MOST) {
      kept += 1;
      return session.samples;
    }
  }
}

async function simulated() {
  const unchanged = [];
  const slowed = [];
  for (let n = 0; n < SESSIONS; n += 1) {
    unchanged.push(await record(0, 1 + n));
    slowed.push(await record(SLOW_SHARE, 1_001 + n));
    if (process.stdout.isTTY) process.stdout.write(`\rrecorded ${2 * (n + 1)} of ${2 * SESSIONS} sessions `);
  }
  console.log(
    `${process.stdout.isTTY ? "\n" : ""}${SESSIONS} sessions as they are and ${SESSIONS} slowed by a busy loop of ${SLOW_SHARE * 100} % of each op, each a process of its own, windows of ${WINDOW_MS} ms.`,
  );
  console.log(
    `${disturbed} recordings got less than ${CORE_SHARE_LEAST * 100} % of a core and were made again; ${kept} stayed so and are kept.\n`,
  );
  return reportRates(unchanged, slowed);
}

async function real() {
  console.log(
    `${pairs} real pairs in a browser at the thorough preset: each a fresh page with three arms, trial by trial in turn: the engine as it is, again, and every op ${SLOW_SHARE * 100} % longer.\n`,
  );
  const triples = await recordPairs({
    pairs,
    folder: values.folder ?? mkdtempSync(join(tmpdir(), "headroom-pairs-")),
    texts: pairsTexts,
    slowShare: SLOW_SHARE,
    tell: (text) => process.stdout.isTTY && process.stdout.write(`\r${text} `),
  });
  return reportPairs(triples);
}

const failed = [];
if (values.simulated === "yes") failed.push(await simulated());
if (pairs > 0) failed.push(await real());
process.exitCode = Math.max(0, ...failed);
