// Rounds on real workers: all meet, again and again, on fewer cores than workers; one that hangs ends the window with its number.
import { afterEach, expect, test } from "vitest";
import type { TrialSetup, WindowOrder } from "../lane/lane-host.ts";
import { shareAgents } from "../lane/placement.ts";
import { TRANSPORTS, type TransportKind } from "../lane/transport.ts";
import stuckLaneUrl from "./fixtures/stuck-lane.worker.ts?worker&url";
import { WebLaneHost } from "./web-lane-host.ts";

let host = new WebLaneHost();
afterEach(() => host.reset());

/** A courier on each worker. */
function couriers(lanes: number, transport: TransportKind, bytes: number, barrierSpins = 0): TrialSetup {
  return {
    workload: { kind: "courier", messageLength: bytes / 8, thinks: null },
    totalAgents: lanes,
    shares: shareAgents(lanes, lanes),
    seed: 0,
    topology: "all-to-all",
    transport,
    barrierSpins,
  };
}

const order: WindowOrder = { rhythm: "lock-step", durationMs: 500, periodMs: null };

/** Runs windows until so many rounds were done. Every window must end by itself, with the same rounds on each worker. */
async function runRounds(setup: TrialSetup, most: number): Promise<number> {
  const prepared = await host.prepare(setup);
  expect(prepared.state).toBe("done");
  let rounds = 0;
  while (rounds < most) {
    const answer = await host.window(order);
    if (answer.state !== "done") throw new Error(answer.state === "failed" ? answer.reason : answer.state);
    const [own = 0, ...others] = new Set(answer.value.map((report) => report.rounds));
    expect(others).toEqual([]);
    rounds += own;
  }
  return rounds;
}

// Each round meets twice. A million rounds are in `npm run bench:barrier`; so many end on slow machines too.
test.each([
  { workers: 2, spins: 20_000, rounds: 10_000 },
  { workers: 2, spins: 0, rounds: 10_000 },
  { workers: 8, spins: 0, rounds: 5_000 },
])(
  "G7: $workers workers that look $spins times before they sleep miss no wake-up in $rounds rounds",
  async ({ workers, spins, rounds }) => {
    host = new WebLaneHost();
    expect(await runRounds(couriers(workers, "shared-memory", 8, spins), rounds)).toBeGreaterThanOrEqual(rounds);
  },
);

test.each(TRANSPORTS)("G7: a worker that hangs is missed by its number, by %s", async (transport) => {
  host = new WebLaneHost(stuckLaneUrl);
  const prepared = await host.prepare({ ...couriers(3, transport, 8) });
  expect(prepared.state).toBe("done");
  const answer = await host.window({ ...order, durationMs: 200 });
  expect(answer).toMatchObject({ state: "failed" });
  expect(answer.state === "failed" ? answer.reason : "").toMatch(/^Worker 3 did not arrive within \d\.\d s\./);
});

test.each(TRANSPORTS)(
  "G6: messages of every size are carried whole by %s, and their bytes counted",
  async (transport) => {
    host = new WebLaneHost();
    for (const bytes of [8, 1_024, 65_536]) {
      const setup = couriers(2, transport, bytes);
      expect((await host.prepare(setup)).state).toBe("done");
      const answer = await host.window({ ...order, durationMs: 100 });
      if (answer.state !== "done") throw new Error(answer.state === "failed" ? answer.reason : answer.state);
      for (const report of answer.value) {
        expect(report.rounds).toBeGreaterThan(0);
        expect(report.messagesRead).toBe(report.rounds);
        expect(report.bytesRead).toBe(report.rounds * bytes);
        expect(report.bytesCarried).toBe(report.rounds * bytes);
        expect(report.transportMs).toBeGreaterThan(0);
      }
    }
  },
);
