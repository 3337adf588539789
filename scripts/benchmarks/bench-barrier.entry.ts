// Meets at the barrier a million times, on threads of this process: whether anybody is missed or let through early, and what waiting costs.
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { barrierBytes, createBarrier, waitMostMs } from "../../src/measurement/lane/barrier.ts";

/** As often as a lane of a run looks before it sleeps, where every lane has a core. */
const LOOKS = 20_000;
/** Threads that look for each other on one core take a time slice a round: so many are enough to see it. */
const CROWDED_ROUNDS = 2_000;

interface Job {
  readonly buffer: SharedArrayBuffer;
  readonly lanes: number;
  readonly lane: number;
  readonly looks: number;
  readonly rounds: number;
}

interface Report {
  /** Rounds that ended before somebody had arrived. */
  readonly early: number;
  readonly longestMs: number;
}

/** A word for each lane, behind the barrier: how often it has arrived. */
function arrivalsOf({ buffer, lanes }: Pick<Job, "buffer" | "lanes">): Int32Array {
  return new Int32Array(buffer, barrierBytes(lanes), lanes);
}

/** Meets so often; throws when somebody is missed. */
function meetRounds(job: Job): Report {
  const { buffer, lanes, lane, looks, rounds } = job;
  const meet = createBarrier({ buffer, lanes, lane, spins: looks, waitMostMs: waitMostMs(lanes) });
  const arrived = arrivalsOf(job);
  const next = (lane + 1) % lanes;
  let early = 0;
  let longestMs = 0;
  // The first meeting waits for threads that still start.
  meet();
  let lastMs = performance.now();
  for (let round = 1; round <= rounds; round += 1) {
    Atomics.store(arrived, lane, round);
    meet();
    // Whoever is one round ahead has met this lane before.
    const others = Atomics.load(arrived, next);
    if (others < round || others > round + 1) early += 1;
    const nowMs = performance.now();
    longestMs = Math.max(longestMs, nowMs - lastMs);
    lastMs = nowMs;
  }
  return { early, longestMs };
}

interface Case {
  readonly lanes: number;
  readonly looks: number;
  readonly rounds: number;
}

interface Outcome {
  readonly usPerRound: number;
  readonly cpuUsPerRound: number;
  readonly longestMs: number;
  readonly early: number;
}

function reportOf(file: URL, job: Job): Promise<Report> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: job });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

async function outcomeOf(file: URL, { lanes, looks, rounds }: Case): Promise<Outcome> {
  const buffer = new SharedArrayBuffer(barrierBytes(lanes) + lanes * Int32Array.BYTES_PER_ELEMENT);
  const before = process.cpuUsage();
  const beganMs = performance.now();
  const jobs = Array.from({ length: lanes }, (_, lane): Job => ({ buffer, lanes, lane, looks, rounds }));
  const reports = await Promise.all(jobs.map((job) => reportOf(file, job)));
  const tookMs = performance.now() - beganMs;
  const { user, system } = process.cpuUsage(before);
  return {
    usPerRound: (tookMs * 1_000) / rounds,
    cpuUsPerRound: (user + system) / rounds,
    longestMs: Math.max(...reports.map((report) => report.longestMs)),
    early: reports.reduce((sum, report) => sum + report.early, 0),
  };
}

function line(cells: readonly string[]): string {
  const widths = [8, 8, 10, 12, 14, 12, 14, 8] as const;
  return cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join("");
}

/** @returns whether nobody was missed, and nobody let through early */
export async function runBarrierBenchmark(address: string, rounds: number): Promise<boolean> {
  const file = new URL(address);
  const crowded = Math.min(rounds, CROWDED_ROUNDS);
  const cases: readonly Case[] = [
    { lanes: 2, looks: 0, rounds },
    { lanes: 2, looks: LOOKS, rounds },
    { lanes: 8, looks: 0, rounds },
    { lanes: 8, looks: LOOKS, rounds: crowded },
  ];
  console.log(
    `${availableParallelism()} cores. A wait that ends by its bound throws, so that a round that ends missed no wake-up.\n`,
  );
  console.log(line(["threads", "looks", "rounds", "µs a round", "CPU, µs a rd", "cores busy", "longest, ms", "early"]));
  const waits = new Map<number, Outcome>();
  let holds = true;
  for (const one of cases) {
    const outcome = await outcomeOf(file, one);
    const { usPerRound, cpuUsPerRound, longestMs, early } = outcome;
    holds &&= early === 0;
    console.log(
      line([
        String(one.lanes),
        one.looks.toLocaleString("en-US"),
        one.rounds.toLocaleString("en-US"),
        usPerRound.toFixed(2),
        cpuUsPerRound.toFixed(2),
        (cpuUsPerRound / usPerRound).toFixed(2),
        longestMs.toFixed(1),
        String(early),
      ]),
    );
    if (one.looks === 0) waits.set(one.lanes, outcome);
    const wait = waits.get(one.lanes);
    if (wait === undefined || one.looks === 0) continue;
    const faster = wait.usPerRound / usPerRound;
    const cpu = cpuUsPerRound / wait.cpuUsPerRound;
    console.log(
      `        looking before sleeping: ${faster.toFixed(2)} × as many rounds, ${cpu.toFixed(2)} × the processor time of sleeping at once`,
    );
  }
  return holds;
}

function isJob(input: unknown): input is Job {
  return typeof input === "object" && input !== null && "buffer" in input && input.buffer instanceof SharedArrayBuffer;
}

const given: unknown = workerData;
if (!isMainThread && isJob(given)) parentPort?.postMessage(meetRounds(given));
