// Every kind of workload, topology, placement and transport differs in what it does from every other of its list.
import { configOf } from "../../workloads/fixtures/config-of.ts";
import { loneAgent } from "../../workloads/fixtures/lone-agent.ts";
import { expect, test } from "vitest";
import { workloads } from "../../workloads/definitions.ts";
import { TOPOLOGIES } from "../../workloads/hearing.ts";
import { hearings } from "../../workloads/hearings.ts";
import { buildWorkload } from "../../workloads/built/registry.ts";
import { WORKLOADS } from "../../workloads/workload.ts";
import { scriptedRounds } from "../fixtures/rounds.ts";
import { PLACEMENTS, SEATED, placements, shareAgents } from "../lane/placement.ts";
import { TRANSPORTS, transports } from "../lane/transport.ts";

interface Named {
  readonly kind: string;
  readonly label: string;
}
const registries: readonly (readonly [string, readonly string[], Readonly<Record<string, Named>>])[] = [
  ["workload", WORKLOADS, workloads],
  ["topology", TOPOLOGIES, hearings],
  ["placement", PLACEMENTS, placements],
  ["transport", TRANSPORTS, transports],
];

/** Messages and bytes of one round of seven agents on three lanes. */
async function roundOf(topology: (typeof TOPOLOGIES)[number], transport: (typeof TRANSPORTS)[number]) {
  const [round] = await scriptedRounds({
    hearing: hearings[topology],
    transport,
    shares: shareAgents(7, 3),
    messageLength: 2,
    rounds: 1,
    posteriorOf: (agent) => [1 / (agent + 2), 1 - 1 / (agent + 2)],
  });
  return round ?? expect.fail("no round was made");
}

/** What agents publish, how large they are, and what they do in their first ops. */
function trailOf(kind: (typeof WORKLOADS)[number]) {
  const workload = buildWorkload(configOf(kind, { gridSize: 5, policyLength: 1 }));
  const agent = workload.createParticipant(loneAgent(7));
  for (let op = 0; op < 10; op += 1) agent.step();
  return { bytes: agent.bytes, posterior: [...agent.posterior] };
}

function expectAllDifferent(kinds: readonly string[], doings: readonly unknown[]): void {
  const seen = new Map<string, string>();
  for (const [at, kind] of kinds.entries()) {
    const doing = JSON.stringify(doings[at]);
    expect(seen.get(doing), `${kind} does the same as`).toBeUndefined();
    seen.set(doing, kind);
  }
}

test.each(registries)(
  "every %s is in its list, under its own name and with a label of its own",
  (_, kinds, registry) => {
    expect(Object.keys(registry).sort()).toEqual([...kinds].sort());
    const definitions = Object.entries(registry);
    for (const [name, definition] of definitions) expect(definition.kind).toBe(name);
    expect(new Set(definitions.map(([, { label }]) => label)).size).toBe(kinds.length);
  },
);

test("in every topology agents hear something else in a round", async () => {
  const rounds = await Promise.all(TOPOLOGIES.map((topology) => roundOf(topology, "message")));
  expectAllDifferent(
    TOPOLOGIES,
    rounds.map(({ messagesRead, occupancies }) => ({ messagesRead, occupancies })),
  );
});

test("every transport carries other bytes for the same messages", async () => {
  const rounds = await Promise.all(TRANSPORTS.map((transport) => roundOf("all-to-all", transport)));
  expectAllDifferent(
    TRANSPORTS,
    rounds.map(({ bytesCarried }) => bytesCarried),
  );
  for (const round of rounds) {
    expect(round.messagesRead).toBe(42);
    expect(round.occupancies).toEqual(rounds[0]?.occupancies);
  }
});

test("every placement whose agents take turns shares them out in another way", () => {
  expectAllDifferent(
    SEATED,
    SEATED.map((placement) => shareAgents(9, placements[placement].lanesFor(9, 4))),
  );
});

test("every workload has agents that do something else", () => {
  expectAllDifferent(WORKLOADS, WORKLOADS.map(trailOf));
});
