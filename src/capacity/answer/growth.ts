// Growth of the demand: its plan in each month, when each limit is reached, and what to order by when.
import { monthsLater } from "../asked/calendar.ts";
import type { ForecastPoint } from "../asked/demand-forecast.ts";
import type { Infeasible } from "../plan/infeasible.ts";
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

/** The first day on which the demand is more than today's plan carries, or than all processes allowed carry. */
interface LimitReached {
  readonly limit: "plan" | "processes";
  readonly day: number;
  readonly amount: number;
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
  readonly machines: { readonly name: string; readonly count: number } | null;
  /** How many machines to add, or processes where no machines are planned. */
  readonly more: number;
}

export interface GrowthPlan {
  readonly steps: readonly GrowthStep[];
  readonly limits: readonly LimitReached[];
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

/** The first day on which the demand is above an amount; null where it is not within these months. */
function firstDayAbove(
  growth: Growth,
  request: PlanRequest,
  start: number,
  months: number,
  most: number,
): number | null {
  const at = (month: number) => demandAfter(growth, amountOf(request.demand), start, month);
  for (let month = 0; month <= months; month += 1) {
    if (at(month) <= most * (1 + 1e-9)) continue;
    if (month === 0) return start;
    const [from, to] = [monthsLater(start, month - 1), monthsLater(start, month)];
    const [low, high] = [at(month - 1), at(month)];
    return Math.min(to, from + Math.floor(((most - low) / (high - low)) * (to - from)) + 1);
  }
  return null;
}

/** The most demand that a plan carries with its headroom, in the unit of the demand. */
function mostOf(plan: Plan, { demand, headroomShare }: PlanRequest): number {
  return demand.kind === "throughput" ? plan.survivingOpsPerSecond / (1 + headroomShare) : plan.survivingAgents;
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

/** The first day after one month and up to the next on which a demand is too much for what is there; demand is straight between. */
function firstShortDay(before: GrowthStep, step: GrowthStep, isShort: (amount: number) => boolean): number {
  let [enough, short] = [before.day, step.day];
  while (short - enough > 1) {
    const day = Math.floor((enough + short) / 2);
    const share = (day - before.day) / (step.day - before.day);
    if (isShort(before.amount + share * (step.amount - before.amount))) short = day;
    else enough = day;
  }
  return short;
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
      machines: machines === null ? null : { name: machines.machine.name, count: machines.count },
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
  const first = steps[0]?.plan ?? null;
  const failing = steps.find(({ why }) => why?.reason === "demand")?.why;
  const found: LimitReached[] = [];
  const note = (limit: LimitReached["limit"], most: number) => {
    const day = firstDayAbove(growth, request, start, months, most);
    if (day !== null) found.push({ limit, day, amount: most });
  };
  if (first !== null) note("plan", mostOf(first, request));
  if (failing?.reason === "demand") {
    note("processes", request.demand.kind === "throughput" ? failing.most / (1 + request.headroomShare) : failing.most);
  }
  return { steps, limits: found, orders: ordersOf(steps, asked, { leadDays, today }) };
}
