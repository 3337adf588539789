import { assert, type Command, commands, integer, modelRun, property, record } from "fast-check";
import { expect, test } from "vitest";
import { Network, type Scene } from "./fixtures/network.ts";

const protocol = { kind: "handoff", deadlineMs: 10, retryMs: 4 } as const;
/** Longer than any retry, so that what has begun can end. */
const DRAIN_MS = 500;

function played(scene: Omit<Scene, "protocol">, openMs = 200): Network {
  const network = new Network({ protocol, ...scene });
  network.pass(openMs + DRAIN_MS, openMs);
  return network;
}

/** No thing is held twice, and what nobody holds is on its way. */
function areThingsWhole(network: Network, agents: number): boolean {
  const { holds, transit } = network.standing();
  const all = new Set([...holds, ...transit]);
  return new Set(holds).size === holds.length && all.size === agents;
}

function ended(network: Network): number {
  return network.count("done") + network.count("refused") + network.count("timed out");
}

/** What theory asks of any moment: things are whole, and what was asked has ended or is in flight. */
interface Model {
  readonly agents: number;
}

class HandoffCommand implements Command<Model, Network> {
  readonly #name: string;
  readonly #act: (network: Network) => void;

  constructor(name: string, act: (network: Network) => void) {
    this.#name = name;
    this.#act = act;
  }

  check(): boolean {
    return true;
  }

  run({ agents }: Model, network: Network): void {
    this.#act(network);
    if (!areThingsWhole(network, agents)) throw new Error("A thing was lost or doubled.");
    const inFlight = network.count("asked") - ended(network);
    if (inFlight !== network.standing().inFlight) throw new Error("A handoff is unaccounted for.");
  }

  toString(): string {
    return this.#name;
  }
}

const handoffCommands = commands(
  [
    integer({ min: 1, max: 40 }).map((ms) => new HandoffCommand(`pass ${ms} ms`, (network) => network.pass(ms))),
    integer({ min: 1, max: 40 }).map(
      (ms) => new HandoffCommand(`pass ${ms} ms, closed`, (network) => network.pass(ms, 0)),
    ),
    record({ loss: integer({ min: 0, max: 25 }), crash: integer({ min: 0, max: 20 }) }).map(
      ({ loss, crash }) =>
        new HandoffCommand(`lose ${loss}%, crash ${crash}%`, ({ faults }) => {
          faults.loss = loss / 100;
          faults.crash = crash / 100;
        }),
    ),
  ],
  { maxCommands: 60, size: "max" },
);

test("G4: every handoff ends as done, refused or timed out, and no thing is lost or doubled, at 20% crash and 10% loss", () => {
  const scenes = record({
    agents: integer({ min: 2, max: 12 }),
    lanes: integer({ min: 1, max: 4 }),
    seed: integer({ min: 0, max: 1e9 }),
    delayMs: integer({ min: 1, max: 30 }),
  });
  assert(
    property(scenes, handoffCommands, (scene, steps) => {
      const faults = { loss: 0.1, crash: 0.2, downMs: 8 };
      const network = new Network({ protocol, faults, ...scene });
      modelRun(() => ({ model: { agents: scene.agents }, real: network }), steps);
      network.pass(DRAIN_MS, 0);
      const { holds, inFlight } = network.standing();
      expect(inFlight).toBe(0);
      expect(holds).toHaveLength(scene.agents);
      expect(ended(network)).toBe(network.count("asked"));
    }),
    { numRuns: 100 },
  );
});

test("an op is done once for each handoff that is done, however often its transfer came", () => {
  const network = played({ agents: 6, faults: { loss: 0.25, crash: 0, downMs: 8 } });
  const ops = [...network.ops.values()].reduce((sum, own) => sum + own, 0);
  expect(network.count("done")).toBeGreaterThan(20);
  expect(ops).toBe(network.count("done"));
});

test("without faults nothing times out, and four messages carry a handoff", () => {
  const network = played({ agents: 8 });
  expect(network.count("timed out")).toBe(0);
  expect(network.count("done")).toBeGreaterThan(20);
  expect(network.count("sent")).toBe(4 * network.count("done") + 2 * network.count("refused"));
});

test("a request or its answer that is lost times out: 1 − (1 − loss)² of all", () => {
  const network = played({ agents: 30, seed: 4, faults: { loss: 0.1, crash: 0, downMs: 8 } }, 2_000);
  const asked = network.count("asked");
  const share = network.count("timed out") / asked;
  expect(asked).toBeGreaterThan(2_000);
  expect(Math.abs(share - 0.19)).toBeLessThan(4 * Math.sqrt((0.19 * 0.81) / asked));
});

test("one agent has nobody to hand anything to", () => {
  expect(played({ agents: 1 }).count("asked")).toBe(0);
});
