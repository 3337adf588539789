// Growth worked out by hand: linear, compound and by forecast, with the days on which plans are full.
import fc from "fast-check";
import { expect, test } from "vitest";
import { machinePresets } from "../asked/machine-presets.ts";
import { equalPlan } from "../plan/planner.ts";
import { dayOf } from "../asked/calendar.ts";
import { forecastFromCsv } from "../../results/demand-csv.ts";
import { forecastFromText, forecastToText } from "../asked/demand-forecast.ts";
import { request } from "../plan/fixtures/requests.ts";
import { demandAfter, planGrowth } from "./growth.ts";

const start = dayOf("2027-01-01")!;
const within = { start, months: 12, leadDays: 30, today: start };

test("demand grows by an amount, by a share, or as forecast", () => {
  expect(demandAfter({ kind: "linear", perMonth: 20 }, 500, start, 3)).toBe(560);
  expect(demandAfter({ kind: "compound", sharePerMonth: 0.1 }, 500, start, 2)).toBeCloseTo(605, 9);
  const points = [
    { day: dayOf("2027-02-01")!, amount: 600 },
    { day: dayOf("2027-04-01")!, amount: 718 },
  ];
  const forecast = { kind: "forecast", points } as const;
  expect(demandAfter(forecast, 500, start, 0)).toBe(500);
  expect(demandAfter(forecast, 500, start, 1)).toBe(600);
  expect(demandAfter(forecast, 500, start, 2)).toBeCloseTo(600 + (28 / 59) * 118, 9);
  expect(demandAfter(forecast, 500, start, 9)).toBe(718);
});

test("today's 3×16 is full when the demand passes 504 op/s, and more is ordered a lead time before", () => {
  const { outOfReach, orders, steps } = planGrowth(request(), { kind: "linear", perMonth: 31 }, within);
  expect(outOfReach).toBeNull();
  // 31 more in the 31 days of January: 504 is passed after the fourth day.
  const full = dayOf("2027-01-06")!;
  expect(orders[0]).toMatchObject({ neededDay: full, orderDay: full - 30, isLate: true });
  expect(orders.at(-1)?.isLate).toBe(false);
  expect(steps).toHaveLength(13);
  for (const { plan, amount } of steps) expect(plan?.survivingOpsPerSecond).toBeGreaterThanOrEqual(amount * (1 - 1e-9));
});

const gke = machinePresets.gke;

test("120 agents at 4.17 op/s with N+1, by price: nothing is ordered that the first machine holds", () => {
  const asked = request({
    demand: { kind: "agents", agents: 120, opsPerSecondPerAgent: 4.17 },
    spare: 1,
    objective: "price",
    machines: gke,
  });
  const { orders, steps } = planGrowth(asked, { kind: "compound", sharePerMonth: 0.05 }, within);
  const type = steps[0]!.plan!.machines!.machine;
  const held = steps.filter(({ amount }) => {
    const demand = { kind: "agents", agents: Math.ceil(amount), opsPerSecondPerAgent: 4.17 } as const;
    const outcome = equalPlan({ ...asked, machines: [type], demand });
    return outcome.state === "planned" && outcome.plan.machines!.count <= steps[0]!.plan!.machines!.count;
  });
  for (const { neededDay } of orders) expect(neededDay).toBeGreaterThan(held.at(-1)!.day);
});

test("in every month what was bought holds a plan for the demand, and one machine less would not", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 50, max: 3_000 }),
      fc.double({ min: 0, max: 0.2, noNaN: true }),
      fc.constantFrom("memory" as const, "machines" as const, "price" as const),
      fc.constantFrom(0 as const, 1 as const),
      (opsPerSecond, sharePerMonth, objective, spare) => {
        const asked = request({ demand: { kind: "throughput", opsPerSecond }, objective, spare, machines: gke });
        const { orders, steps } = planGrowth(asked, { kind: "compound", sharePerMonth }, within);
        const today = steps[0]!.plan?.machines ?? null;
        if (today === null) return;
        const least = (amount: number) => {
          const demand = { kind: "throughput", opsPerSecond: amount } as const;
          const outcome = equalPlan({ ...asked, demand, machines: [today.machine], objective: "machines" });
          return outcome.state === "planned" ? outcome.plan.machines!.count : null;
        };
        let bought = today.count;
        for (const [at, { day, amount }] of steps.entries()) {
          const due = orders.filter(({ neededDay }) => neededDay <= day && neededDay > (steps[at - 1]?.day ?? 0));
          const needed = least(amount);
          if (at > 0 && needed !== null && needed > bought)
            expect(due.map(({ more }) => more)).toEqual([needed - bought]);
          else expect(due).toEqual([]);
          bought += due.reduce((sum, { more }) => sum + more, 0);
        }
      },
    ),
    { numRuns: 60, seed: 30 },
  );
});

test("an order is late only where its day is past", () => {
  const early = { ...within, today: start - 60 };
  const { orders } = planGrowth(request(), { kind: "linear", perMonth: 31 }, early);
  expect(orders[0]).toMatchObject({ isLate: false });
});

test("where even all processes are too few, that day is known and later months have no plan", () => {
  const asked = request({ processesMost: 3 });
  const { outOfReach, steps } = planGrowth(asked, { kind: "compound", sharePerMonth: 0.1 }, within);
  expect(outOfReach?.why).toMatchObject({ reason: "demand" });
  const { demand } = outOfReach!;
  const [before, most] = [3 * 284, demand.kind === "throughput" ? demand.opsPerSecond : 0];
  expect(most).toBeGreaterThan(before);
  expect(most).toBeLessThan(before * 1.01);
  expect(steps.at(-1)).toMatchObject({ plan: null, why: { reason: "demand" } });
  expect(steps.filter(({ day }) => day < outOfReach!.day).every(({ plan }) => plan !== null)).toBe(true);
});

test("a demand that does not grow fills nothing", () => {
  expect(planGrowth(request(), { kind: "linear", perMonth: 0 }, within)).toMatchObject({
    outOfReach: null,
    orders: [],
  });
});

test("a forecast is read from CSV and from addresses, and sorted by date", () => {
  const csv = "Date;Demand\r\n2027-03-01;700\r\n2027-02-01;600.5\r\n";
  const read = forecastFromCsv(csv);
  expect(read.state === "read" ? forecastToText(read.value) : read.message).toBe("2027-02-01:600.5,2027-03-01:700");
  expect(forecastFromText("2027-02-01:600.5,2027-03-01:700")).toEqual({
    state: "read",
    value: read.state === "read" ? read.value : [],
  });
});

test.each([
  ["when,what\n1,2", 'The first line must be "date,demand"'],
  ["date,demand", "no rows"],
  ["date,demand\n2027-02-30,5", 'Line 2: "2027-02-30" is not a date'],
  ["date,demand\n2027-02-01,-5", 'Line 2: "-5" is not a demand from 0'],
])("%j is refused, and the place of the problem is named", (csv, message) => {
  expect(forecastFromCsv(csv)).toMatchObject({ state: "refused" });
  const read = forecastFromCsv(csv);
  expect(read.state === "refused" ? read.message : "").toContain(message);
});
