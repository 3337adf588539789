// Growth of the demand: its plan in each month, what to order by when, and from when on nothing is enough.
import { monthsLater } from "../asked/calendar.ts";
import type { ForecastPoint } from "../asked/demand-forecast.ts";
import type { Infeasible } from "../plan/infeasible.ts";
import type { MachineType } from "../plan/machine-type.ts";
import type { Demand, Plan, PlanRequest } from "../plan/plan.ts";
import { equalPlan } from "../plan/planner.ts";

export type Growth =
  /** The same amount more each month, in the unit of the demand. */
  | { readonly kind: "linear"; readonly perMonth: number }
  /** The same share more each month. */
  | { readonly kind: "compound"; readonly sharePerMonth: number }
  /** As forecast for some dates: straight lines in between, and constant after the last. */
  | { readonly kind: "forecast"; readonly points: readonly ForecastPoint[] };

/** The demand on a day, and the cheapest equal plan for it. */
interface GrowthStep {
  readonly day: number;
  readonly amount: number;
  readonly plan: Plan | null;
  /** Null where there is a plan. */
  readonly why: Infeasible | null;
}

/** The first day that has no plan though today has one, and why; the demand of that day. */
interface OutOfReach {
  readonly day: number;
  readonly demand: Demand;
  readonly why: Infeasible;
}

/** Something that is needed on a day, and has to be ordered before. */
interface Order {
  readonly neededDay: number;
  readonly orderDay: number;
  /** Whether the day to order is past. */
  readonly isLate: boolean;
  readonly processes: number;
  readonly agents: number;
  readonly memoryMB: number;
  readonly machines: { readonly machine: MachineType; readonly count: number } | null;
  /** How many machines to add, or processes where no machines are planned. */
  readonly more: number;
}

export interface GrowthPlan {
  readonly steps: readonly GrowthStep[];
  /** Null where every month has a plan, and where even today has none. */
  readonly outOfReach: OutOfReach | null;
  readonly orders: readonly Order[];
}

function amountOf(demand: Demand): number {
  return demand.kind === "throughput" ? demand.opsPerSecond : demand.agents;
}

function demandOf(demand: Demand, amount: number): Demand {
  return demand.kind === "throughput"
    ? { ...demand, opsPerSecond: amount }
    : { ...demand, agents: Math.max(1, Math.ceil(amount - 1e-9)) };
}

function forecastAt(points: readonly ForecastPoint[], day: number, before: number): number {
  const upper = points.find((point) => point.day >= day);
  const lower = points.findLast((point) => point.day <= day);
  if (lower === undefined) return before;
  if (upper === undefined || upper.day === lower.day) return lower.amount;
  return lower.amount + ((day - lower.day) / (upper.day - lower.day)) * (upper.amount - lower.amount);
}

/** Far above what any plan reaches. */
const AMOUNT_MOST = 1e12;

/**
 * The demand some months after the start, in the unit of the demand.
 * @param amount the demand at the start
 * @param start days since 1970-01-01
 */
export function demandAfter(growth: Growth, amount: number, start: number, months: number): number {
  switch (growth.kind) {
    case "linear":
      return Math.max(0, amount + growth.perMonth * months);
    case "compound":
      return Math.min(AMOUNT_MOST, amount * (1 + growth.sharePerMonth) ** months);
    case "forecast":
      return forecastAt(growth.points, monthsLater(start, months), amount);
  }
}

/** Machines of a plan, or its processes where no machines are planned. */
function countOf(plan: Plan): number {
  return plan.machines?.count ?? plan.processes;
}

/** The plan that a demand can do with on the fewest machines; null where there is none. */
function leastFor(request: PlanRequest, amount: number): Plan | null {
  const demand = demandOf(request.demand, Math.max(amount, Number.MIN_VALUE));
  const outcome = equalPlan({ ...request, demand, objective: "machines" });
  return outcome.state === "planned" ? outcome.plan : null;
}

interface Span {
  readonly leadDays: number;
  readonly today: number;
}

/** The demand on a day from one month to the next; demand is straight between. */
function amountOn(day: number, before: GrowthStep, step: GrowthStep): number {
  return before.amount + ((day - before.day) / (step.day - before.day)) * (step.amount - before.amount);
}

/** The first day after one month and up to the next on which a demand is too much for what is there. */
function firstShortDay(before: GrowthStep, step: GrowthStep, isShort: (amount: number) => boolean): number {
  let [enough, short] = [before.day, step.day];
  while (short - enough > 1) {
    const day = Math.floor((enough + short) / 2);
    if (isShort(amountOn(day, before, step))) short = day;
    else enough = day;
  }
  return short;
}

/** The first day without a plan after days that have one. */
function outOfReachOf(steps: readonly GrowthStep[], request: PlanRequest): OutOfReach | null {
  const at = steps.findIndex(({ plan }, month) => plan === null && month > 0);
  const [before, step] = [steps[at - 1], steps[at]];
  if (before === undefined || before.plan === null || step === undefined) return null;
  const on = (amount: number) => equalPlan({ ...request, demand: demandOf(request.demand, amount) });
  const day = firstShortDay(before, step, (amount) => on(amount).state === "infeasible");
  const amount = amountOn(day, before, step);
  const outcome = on(amount);
  return outcome.state === "infeasible" ? { day, demand: demandOf(request.demand, amount), why: outcome.why } : null;
}

/**
 * Orders what is missing, month by month: what was bought stays, and is added to only where no plan for the demand fits on
 * it. Each order adds the least that the planner can do with.
 */
function ordersOf(steps: readonly GrowthStep[], request: PlanRequest, { leadDays, today }: Span): readonly Order[] {
  const orders: Order[] = [];
  const [first] = steps;
  let bought = first === undefined || first.plan === null ? 0 : countOf(first.plan);
  for (const [at, step] of steps.entries()) {
    const least = at === 0 ? null : leastFor(request, step.amount);
    const before = steps[at - 1];
    if (least === null || before === undefined || countOf(least) <= bought) continue;
    const held = bought;
    const neededDay = firstShortDay(before, step, (amount) => {
      const plan = leastFor(request, amount);
      return plan === null || countOf(plan) > held;
    });
    const { processes, agents, memoryMB, machines } = least;
    const orderDay = neededDay - leadDays;
    orders.push({
      neededDay,
      orderDay,
      isLate: orderDay < today,
      processes,
      agents,
      memoryMB,
      machines: machines === null ? null : { machine: machines.machine, count: machines.count },
      more: countOf(least) - bought,
    });
    bought = countOf(least);
  }
  return orders;
}

/** The request with only today's machine type: more of it is added, and it is not replaced each month. */
function onOneType(request: PlanRequest): PlanRequest {
  const first = equalPlan(request);
  const machine = first.state === "planned" ? (first.plan.machines?.machine ?? null) : null;
  return machine === null ? request : { ...request, machines: [machine] };
}

/**
 * Plans each month of a growing demand, with equal processes on today's machine type.
 * @param start days since 1970-01-01
 * @param months how far to plan, a whole number
 * @param leadDays days from order to use
 * @param today days since 1970-01-01, like start
 */
export function planGrowth(
  request: PlanRequest,
  growth: Growth,
  {
    start,
    months,
    leadDays,
    today,
  }: {
    readonly start: number;
    readonly months: number;
    readonly leadDays: number;
    readonly today: number;
  },
): GrowthPlan {
  const now = amountOf(request.demand);
  const asked = onOneType(request);
  const steps = Array.from({ length: months + 1 }, (_, month): GrowthStep => {
    const amount = demandAfter(growth, now, start, month);
    const outcome = equalPlan({ ...asked, demand: demandOf(request.demand, Math.max(amount, Number.MIN_VALUE)) });
    const at = { day: monthsLater(start, month), amount };
    return outcome.state === "planned"
      ? { ...at, plan: outcome.plan, why: null }
      : { ...at, plan: null, why: outcome.why };
  });
  return { steps, outOfReach: outOfReachOf(steps, asked), orders: ordersOf(steps, asked, { leadDays, today }) };
}
