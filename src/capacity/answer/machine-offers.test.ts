// What each machine type alone would take.
import { expect, test } from "vitest";
import { machinePresets } from "../asked/machine-presets.ts";
import { request } from "../plan/fixtures/requests.ts";
import { equalPlan } from "../plan/planner.ts";
import { machineOffers, unusedOn } from "./machine-offers.ts";
import { nodePicture } from "./node-parts.ts";

const asked = request({ machines: machinePresets.gke, objective: "price" });

function chosenOf(one: typeof asked) {
  const outcome = equalPlan(one);
  if (outcome.state === "infeasible") throw new Error(outcome.why.reason);
  return outcome.plan;
}

test("every type has its plan, the chosen one is the plan's own, and none is cheaper", () => {
  const plan = chosenOf(asked);
  const offers = machineOffers(asked, plan);
  expect(offers.map(({ machine }) => machine.name)).toEqual(machinePresets.gke.map(({ name }) => name));
  const planned = offers.flatMap((offer) => (offer.state === "planned" ? [offer] : []));
  expect(planned.filter(({ isChosen }) => isChosen)).toMatchObject([{ plan }]);
  const cost = plan.machines?.pricePerHour ?? Number.NaN;
  for (const offer of planned) {
    expect(offer.plan.machines?.machine).toEqual(offer.machine);
    expect(offer.plan.machines?.pricePerHour).toBeGreaterThanOrEqual(cost);
    for (const share of Object.values(offer.unused)) expect(share).toBeGreaterThanOrEqual(0);
  }
});

test("a type that holds no process says why, and one without a price still has a plan", () => {
  const [first] = machinePresets.gke;
  if (first === undefined) throw new Error("no machines");
  const tiny = { ...first, name: "tiny", memoryGiB: 1 };
  const free = { ...first, name: "free", pricePerHour: null };
  const offers = machineOffers({ ...asked, machines: [tiny, free] }, null);
  expect(offers).toMatchObject([
    { state: "infeasible", why: { reason: "machine memory" } },
    { state: "planned", isChosen: false },
  ]);
});

test("unused shares are what is left of the nodes' memory and cores", () => {
  const plan = chosenOf(asked);
  const use = plan.machines;
  if (use === null) throw new Error("no machines");
  const unused = unusedOn(use.machine, plan, use.count, asked);
  // 3 processes of 16 agents on one e2-standard-4: 5,724 of 13,822 MB, and 3 of 3.92 vCPU.
  expect(unused.memoryShare).toBeCloseTo(1 - 5_724 / ((13_498_416 * 1_024) / 1e6), 9);
  expect(unused.vcpuShare).toBeCloseTo(1 - 3 / 3.92, 9);
});

test("the parts of a node add up to its memory", () => {
  for (const machines of [machinePresets.gke, machinePresets.eks, machinePresets.aks]) {
    const one = { ...asked, machines };
    const use = chosenOf(one).machines;
    if (use === null) throw new Error("no machines");
    const { memoryMB, parts } = nodePicture(use, one);
    expect(parts.reduce((sum, part) => sum + part.memoryMB, 0)).toBeCloseTo(memoryMB, 6);
    expect(parts.filter(({ kind }) => kind === "process")).toHaveLength(
      Math.max(...use.placement.map((on) => on.length)),
    );
    for (const part of parts) expect(part.memoryMB).toBeGreaterThanOrEqual(0);
  }
});
