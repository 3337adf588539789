import { assert, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { Network } from "./fixtures/network.ts";

const protocol = { kind: "supervision", periodMs: 50, deadlineMs: 20, keepsBeliefs: true } as const;

test("G8: done, failed and in flight are what was offered, in every second, at any crashes and losses", () => {
  const scenes = record({
    agents: integer({ min: 1, max: 20 }),
    seed: integer({ min: 0, max: 1e9 }),
    crash: integer({ min: 0, max: 20 }),
    loss: integer({ min: 0, max: 25 }),
  });
  assert(
    property(scenes, ({ agents, seed, crash, loss }) => {
      const faults = { crash: crash / 100, loss: loss / 100, downMs: null };
      const network = new Network({ protocol, agents, seed, faults });
      network.pass(5_000, 4_500);
      const { inFlight } = network.standing();
      const isBalanced = network.count("done") + network.count("failed") + inFlight === network.count("offered");
      return (
        isBalanced && network.count("seconds") === 5 && network.count("unbalanced seconds") === 0 && inFlight === 0
      );
    }),
    { numRuns: 60 },
  );
});

test("ops fail as often as the closed form says: 1 − (1 − loss)²·(1 − crash)", () => {
  const faults = { crash: 0.2, loss: 0.1, downMs: null };
  const network = new Network({ protocol, agents: 20, faults });
  network.pass(60_000);
  const offered = network.count("offered");
  const expected = 1 - 0.9 ** 2 * 0.8;
  expect(offered).toBeGreaterThan(10_000);
  const sigma = Math.sqrt((expected * (1 - expected)) / offered);
  expect(Math.abs(network.count("failed") / offered - expected)).toBeLessThan(4 * sigma);
});

test("a crash is noticed about a deadline after the op was offered", () => {
  const network = new Network({ protocol, agents: 10, faults: { crash: 0.2, loss: 0, downMs: null }, delayMs: 2 });
  network.pass(10_000);
  const noticed = network.times["noticed"] ?? [];
  expect(noticed.length).toBeGreaterThan(100);
  // The offer took up to 2 ms to come, and the news of the restart as long.
  for (const ms of noticed) expect(Math.abs(ms - 20)).toBeLessThanOrEqual(2.1);
  expect(network.count("revived alive")).toBe(0);
});

test("an agent whose answer was lost is brought back alive, which is counted apart", () => {
  const network = new Network({ protocol, agents: 10, faults: { crash: 0, loss: 0.1, downMs: null } });
  network.pass(10_000);
  expect(network.count("crashes")).toBe(0);
  expect(network.count("revived alive")).toBeGreaterThan(50);
});

test.each([true, false])("agents that come back say whether they have their beliefs (kept: %s)", (keepsBeliefs) => {
  const faults = { crash: 0.1, loss: 0, downMs: null };
  const network = new Network({ protocol: { ...protocol, keepsBeliefs }, agents: 5, faults });
  network.pass(5_000);
  const crashes = network.count("crashes");
  expect(crashes).toBeGreaterThan(5);
  expect(network.count(keepsBeliefs ? "lost beliefs" : "kept beliefs")).toBe(0);
  expect(network.count(keepsBeliefs ? "kept beliefs" : "lost beliefs")).toBeGreaterThan(crashes - 3);
  expect(network.forgotten.length).toBe(keepsBeliefs ? 0 : network.count("restarts"));
});

test("agents are offered their rate while nothing fails", () => {
  const network = new Network({ protocol, agents: 8 });
  network.pass(5_000, 4_999);
  expect(network.count("offered")).toBe(8 * 100);
  expect(network.count("done")).toBe(8 * 100);
});
