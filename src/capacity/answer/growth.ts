// Owns growth: the demand at each month, the plan it needs, when each limit is reached, and what to order by when.
import { monthsLater } from "../asked/calendar.ts";
import type { ForecastPoint } from "../asked/demand-forecast.ts";
import type { Infeasible } from "../plan/infeasible.ts";
import type { Demand, Plan, PlanRequest } from "../plan/plan.ts";
import { equalPlan } from "../plan/planner.ts";

export type Growth =
  /** So much more each month, in the demand's unit. */
  | { readonly kind: "linear"; readonly perMonth: number }
  /** So much more each month, as a share of the month before. */
  | { readonly kind: "compound"; readonly sharePerMonth: number }
  /** Given by date, straight in between, and level after the last. */
  | { readonly kind: "forecast"; readonly points: readonly ForecastPoint[] };

/** Demand at a time, and the cheapest equal plan for it. */
interface GrowthStep {
  readonly day: number;
  readonly amount: number;
  readonly plan: Plan | null;
  /** Null where there is a plan. */
  readonly why: Infeasible | null;
}

/** What today's plan or the search runs into, with the first day of it. */
interface LimitReached {
  readonly limit: "plan" | "processes";
  readonly day: number;
  readonly amount: number;
}

/** Something to have ready on a day, and so to order before. */
interface Order {
  readonly neededDay: number;
  readonly orderDay: number;
  /** Whether that day is over today. */
  readonly isLate: boolean;
  readonly processes: number;
  readonly agents: number;
  readonly memoryMB: number;
  readonly machines: { readonly name: string; readonly count: number } | null;
  /** Machines, or where none are planned processes, beyond those there before. */
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

/** Beyond this no plan is near, and figures only grow longer. */
const AMOUNT_MOST = 1e12;

/** Demand so many months after the start, in the demand's unit. */
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

/** The first day, to the day, on which the demand is above an amount; null within the months asked for. */
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

/** The most demand that a plan carries, with headroom, in the demand's unit. */
function mostOf(plan: Plan, { demand, headroomShare }: PlanRequest): number {
  return demand.kind === "throughput" ? plan.survivingOpsPerSecond / (1 + headroomShare) : plan.survivingAgents;
}

/** The steps at which more must be there than before, each needed on the first day that the plan before falls short. */
function ordersOf(
  steps: readonly GrowthStep[],
  shortOn: (plan: Plan) => number | null,
  { leadDays, today }: { readonly leadDays: number; readonly today: number },
) {
  const orders: Order[] = [];
  const [first] = steps;
  let before = first?.plan ?? null;
  for (const { day, plan } of steps.slice(1)) {
    if (plan === null) continue;
    const needed = plan.machines;
    const more = (needed?.count ?? plan.processes) - (before?.machines?.count ?? before?.processes ?? 0);
    if (more <= 0) continue;
    const neededDay = (before === null ? null : shortOn(before)) ?? day;
    const orderDay = neededDay - leadDays;
    const { processes, agents, memoryMB } = plan;
    const machines = needed === null ? null : { name: needed.machine.name, count: needed.count };
    orders.push({
      neededDay,
      orderDay,
      isLate: orderDay < today,
      processes,
      agents,
      memoryMB,
      machines,
      more,
    });
    before = plan;
  }
  return orders;
}

/** The request with today's machine type alone: what is there is added to, not replaced each month. */
function onOneType(request: PlanRequest): PlanRequest {
  const first = equalPlan(request);
  const machine = first.state === "planned" ? (first.plan.machines?.machine ?? null) : null;
  return machine === null ? request : { ...request, machines: [machine] };
}

/**
 * Plans each month of a growing demand with equal processes on today's machine type, and says what must be ordered how long before.
 * @param start days since 1970-01-01
 * @param months how far, whole
 * @param leadDays days from ordering to having
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
  const shortOn = (plan: Plan) => firstDayAbove(growth, request, start, months, mostOf(plan, request));
  return { steps, limits: found, orders: ordersOf(steps, shortOn, { leadDays, today }) };
}
