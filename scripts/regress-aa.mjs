// Owns `npm run bench:regress`: how often verdicts cry wolf on unchanged code, and how often they see a real 15 % slow-down.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bundle } from "./lib/bundle.mjs";

const SESSIONS = 20;
const WINDOW_MS = 40;
const SLOW_SHARE = 0.15;
/** A session that got less of a core was disturbed by other programs, and is recorded again, at most twice. */
const CORE_SHARE_LEAST = 0.85;
const ATTEMPTS_MOST = 3;

const sessionFile = fileURLToPath(await bundle("regress-session"));
const { reportRates } = await import(await bundle("regress-aa"));

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
    if (session.coreShare >= CORE_SHARE_LEAST) return session.trials;
    disturbed += 1;
    if (attempt === ATTEMPTS_MOST) {
      kept += 1;
      return session.trials;
    }
  }
}

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
process.exitCode = reportRates(unchanged, slowed);
