import { expect, test } from "vitest";
import { Network } from "./fixtures/network.ts";

const protocol = { kind: "broadcast", retryMs: 5, deadlineMs: 200 } as const;

test.each([2, 3, 5, 20, 50])(
  "G2: without loss %d agents send and acknowledge once each: 2(N − 1) messages",
  (agents) => {
    const network = new Network({ protocol, agents });
    network.pass(300, 200);
    expect(network.count("complete")).toBe(network.count("asked"));
    expect(network.count("sent")).toBe(2 * (agents - 1) * network.count("asked"));
    expect(network.count("read")).toBe((agents - 1) * network.count("asked"));
  },
);

test("at 25% loss everybody still reads every piece of news once", () => {
  const network = new Network({ protocol, agents: 20, faults: { loss: 0.25, crash: 0, downMs: 5 } });
  network.pass(4_000, 3_500);
  const rounds = network.count("asked");
  expect(network.count("complete")).toBe(rounds);
  expect(network.count("read")).toBe(19 * rounds);
  // Each news is sent until its acknowledgement comes, and each news that comes is acknowledged.
  const expected = 19 * rounds * (1 / 0.75 ** 2 + 1 / 0.75);
  expect(Math.abs(network.count("sent") / expected - 1)).toBeLessThan(0.05);
});

test("news that an agent cannot get is given up at the deadline, and counted", () => {
  const network = new Network({ protocol, agents: 4, faults: { loss: 1, crash: 0, downMs: 5 } });
  network.pass(1_000, 700);
  expect(network.count("complete")).toBe(0);
  expect(network.count("incomplete")).toBe(network.count("asked"));
  expect(network.count("unreached")).toBe(3 * network.count("asked"));
});

test("agents that crash read news once all the same", () => {
  const network = new Network({ protocol, agents: 10, faults: { loss: 0.1, crash: 0.2, downMs: 5 } });
  network.pass(4_000, 3_500);
  const closed = network.count("complete") + network.count("incomplete") + network.count("abandoned");
  expect(closed).toBe(network.count("asked"));
  expect(network.count("complete")).toBeGreaterThan(50);
  const ops = [...network.ops].filter(([agent]) => agent > 0).reduce((sum, [, own]) => sum + own, 0);
  expect(ops).toBe(network.count("read"));
});

test("one agent has nobody to tell", () => {
  const network = new Network({ protocol, agents: 1 });
  network.pass(100);
  expect(network.count("asked")).toBe(0);
});
