// Growth in one sentence: what must be ordered first and by when, or that nothing is; and from when on nothing is enough.
import { spokenDateOf } from "../../../capacity/asked/calendar.ts";
import type { PlannerSettings } from "../../../capacity/asked/planner-settings.ts";
import type { GrowthPlan } from "../../../capacity/answer/growth.ts";
import type { Plan, PlanRequest } from "../../../capacity/plan/plan.ts";
import { formatCounted, formatMeasured, formatPercent } from "../../../words/format.ts";
import { afterLoss, infeasibleSentence } from "./infeasible-text.ts";
import { furtherMachines } from "./machine-words.ts";

type Order = GrowthPlan["orders"][number];

/** "1 × e2-standard-4", "2 machines like yours (rack)", "1 process". */
export function orderText({ more, machines }: Order): string {
  return machines === null ? formatCounted(more, "process", "processes") : furtherMachines(more, machines.machine);
}

/** "the same 2 machines carry it"; of a plan of mixed sizes the growth, which is of equal ones, may need another number. */
function carriersText(first: Plan, today: Plan | null): string {
  const things = (count: number) =>
    first.machines === null ? formatCounted(count, "process", "processes") : formatCounted(count, "machine");
  const count = first.machines?.count ?? first.processes;
  const ofToday = today === null ? null : (today.machines?.count ?? today.processes);
  if (ofToday !== count) return `${things(count)} with processes of equal size ${count === 1 ? "carries" : "carry"} it`;
  const [, thing = ""] = things(1).split(" ");
  return count === 1 ? `the same ${thing} carries it` : `the same ${things(count)} carry it`;
}

function firstOrderText(order: Order, carriers: string): string {
  const what = orderText(order);
  const verb = order.machines === null ? "Add" : "Order";
  if (!order.isLate) return `${verb} ${what} by ${spokenDateOf(order.orderDay)}; until then ${carriers}.`;
  const lead = order.neededDay - order.orderDay;
  const needed = `${order.more === 1 ? "it is" : "they are"} needed on ${spokenDateOf(order.neededDay)}`;
  const takes = lead === 0 ? "" : `, and an order takes ${formatCounted(lead, "day")}`;
  return `${verb} ${what} now: ${needed}${takes}. Until then ${carriers}.`;
}

/**
 * "Order 1 × e2-standard-4 by 7 May 2027; until then the same 2 machines carry it."; null where there is no plan to begin with.
 * @param today the plan of the answer; null where it has none
 */
export function growthSentence({ steps, orders }: GrowthPlan, today: Plan | null): string | null {
  const first = steps[0]?.plan ?? null;
  if (first === null) return null;
  const carriers = carriersText(first, today);
  const [order] = orders;
  if (order !== undefined) return firstOrderText(order, carriers);
  const last = steps.findLast(({ plan }) => plan !== null);
  return `Nothing has to be ordered up to ${spokenDateOf(last?.day ?? 0)}: ${carriers}.`;
}

/** "This assumes 5% more demand a month, and 30 days from an order to its machines."; empty where no growth is asked for. */
export function growthAssumption({ growth, perMonth, lead }: PlannerSettings): string {
  const days =
    lead === 0 ? "machines on the day of their order" : `${formatCounted(lead, "day")} from an order to its machines`;
  switch (growth) {
    case "none":
      return "";
    case "linear":
      return `This assumes ${formatMeasured(perMonth)} more each month, and ${days}.`;
    case "compound":
      return `This assumes ${formatMeasured(perMonth)}% more demand a month, and ${days}.`;
    case "series":
      return `This assumes the demand of the file, and ${days}.`;
  }
}

/** "On 3 March 2028 no plan is left: …" with what would help; null where every month has a plan. */
export function outOfReachSentence({ outOfReach }: GrowthPlan, request: PlanRequest): string | null {
  if (outOfReach === null) return null;
  const { day, demand, why } = outOfReach;
  const rounded =
    demand.kind === "throughput" && demand.opsPerSecond > 10
      ? { ...demand, opsPerSecond: Math.ceil(demand.opsPerSecond) }
      : demand;
  return `On ${spokenDateOf(day)} no plan is left. ${infeasibleSentence(why, { ...request, demand: rounded })}`;
}

/** What the line of a plan is: less than its processes reach on paper, where headroom is kept or a failure is survived. */
export function carriedText(request: PlanRequest): string {
  const { headroomShare } = request;
  const headroom = headroomShare === 0 ? "" : ` with ${formatPercent(headroomShare)} headroom kept free`;
  return `Carried: what the cheapest equal plan of each month carries${afterLoss(request)}${headroom}.`;
}
