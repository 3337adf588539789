// Links become machines with what they found; a broken one is named by its label and voids none of the others.
import { expect, test } from "vitest";
import { curveFromText } from "../../../capacity/asked/curve-text.ts";
import { textsFromParameters } from "../../../capacity/asked/plan-address.ts";
import { findingsOf } from "../../../results/findings.ts";
import { realisticResult, realisticSingleAgent } from "../../../results/fixtures/realistic-result.ts";
import { linkPayload } from "../../../results/link/result-link.ts";
import { readMachines } from "./read-machines.ts";

/** The curve of an address of a plan. */
function readPlan(parameters: Readonly<Record<string, string>>) {
  const read = textsFromParameters(parameters);
  if (read.state !== "read") throw new Error("It is no plan.");
  const { title, rows } = read.texts;
  const curve = curveFromText(rows);
  return { title, rows: curve.state === "read" ? curve.value : expect.fail("It has rows.") };
}

async function payloadOf(seed: number): Promise<string> {
  const payload = await linkPayload(realisticResult({ seed, repeats: 3 }));
  if (payload === null) throw new Error("the result has no link");
  return payload;
}

test("machines come in the order of their links, a broken one between them is named", async () => {
  const [first, second] = [await payloadOf(1), await payloadOf(2)];
  const text = `Anna: https://a.example/#/r/${first}\nBen: https://a.example/#/r/${second.slice(0, 300)}\nhttps://b.example/#/r/${second}`;
  const { machines, problems } = await readMachines(text);
  expect(machines.map(({ name, payload }) => [name, payload])).toEqual([
    ["Anna", first],
    ["explorer, pool, all-to-all", second],
  ]);
  expect(machines[0]?.findings.sentence).toBe(findingsOf(realisticResult({ seed: 1, repeats: 3 })).sentence);
  expect(problems).toEqual([expect.stringMatching(/^Ben: /)]);
});

test("machines of one configuration are ranked by their typed names, those without one by their line", async () => {
  const [first, second] = [await payloadOf(1), await payloadOf(2)];
  const { ranking } = await readMachines(
    `Anna's laptop: https://a.example/#/r/${first}\nhttps://a.example/#/r/${second}`,
  );
  expect(ranking).toMatch(/^(Anna's laptop|Machine 2) is the fastest at 50 agents: /);
  expect(ranking).toContain("Anna's laptop");
  expect(ranking).toContain("Machine 2");
});

test("I2: machines of one configuration have a spread by row, with the names that they have in the sentence", async () => {
  const payloads = [await payloadOf(1), await payloadOf(2), await payloadOf(3)];
  const text = payloads.map((payload, n) => `Node ${n}: https://a.example/#/r/${payload}`).join("\n");
  const { spread } = await readMachines(text);
  expect(spread?.rows.map(({ name }) => name)).toEqual([
    "1 agent",
    ...[5, 10, 15, 20, 30, 50].map((n) => `${n} agents`),
  ]);
  expect(spread?.rows[0]?.row.machines.map(({ name }) => name)).toEqual(["Node 0", "Node 1", "Node 2"]);
  const planned = readPlan(spread?.plan ?? {});
  expect(planned.title).toMatch(/, low end of 3 machines$/);
  const lowest = spread?.rows.map(({ at, row }) => [at, row.estimate.interval?.low]);
  expect(planned.rows.map(({ agents, opsPerSecond }) => [agents, opsPerSecond])).toEqual(lowest);
  expect(spread?.sentence).toMatch(/^3 machines differ by [\d.]+% /);
});

test("I2: one machine, or machines that measured different things, have no spread", async () => {
  expect((await readMachines(`https://a.example/#/r/${await payloadOf(1)}`)).spread).toBe(null);
  const other = await linkPayload(realisticSingleAgent({ seed: 2, repeats: 3 }));
  const text = `https://a.example/#/r/${await payloadOf(1)} https://a.example/#/r/${other ?? ""}`;
  expect((await readMachines(text)).spread).toBe(null);
});

test("no link, no machine", async () => {
  expect(await readMachines("hello")).toEqual({ machines: [], problems: [], ranking: null, spread: null });
});
