// Links become machines with what they found; a broken one is named by its label and voids none of the others.
import { expect, test } from "vitest";
import { findingsOf } from "../../../results/findings.ts";
import { realisticResult } from "../../../results/fixtures/realistic-result.ts";
import { linkPayload } from "../../../results/link/result-link.ts";
import { readMachines } from "./read-machines.ts";

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

test("no link, no machine", async () => {
  expect(await readMachines("hello")).toEqual({ machines: [], problems: [], ranking: null });
});
