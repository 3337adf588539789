// The reasons for a plan: what binds, the slack of every limit, and the plans that were not chosen.
import type { Alternatives } from "../../../capacity/answer/alternatives.ts";
import type { Binding, LimitSlack } from "../../../capacity/answer/binding.ts";
import type { PlanRequest } from "../../../capacity/plan/plan.ts";
import { formatComputed, formatCount, formatCounted, formatPercent } from "../../../words/format.ts";
import { formatMegabytes } from "../../../words/format-memory.ts";
import { formatObjective, limitText } from "../planning/plan-text.ts";
import { missText, nextText } from "./why-text.ts";
import { TableFrame } from "../../../ui/table-frame.tsx";

const columns = [
  { label: "Limit" },
  { label: "Reached" },
  { label: "Slack", align: "right" },
  { label: "Doing without it" },
] as const;

export interface WhySectionProps {
  readonly binding: Binding;
  readonly alternatives: Alternatives;
  readonly request: PlanRequest;
}

function figures({ limit, reached, bound }: LimitSlack, request: PlanRequest): string {
  switch (limit) {
    case "throughput":
      return request.demand.kind === "throughput"
        ? `${formatComputed(reached)} of ${formatComputed(bound)} op/s${request.spare > 0 || (request.losing ?? "processes") !== "processes" ? " after the loss" : ""}`
        : `${formatCount(reached)} of ${formatCounted(bound, "agent")}${request.spare > 0 || (request.losing ?? "processes") !== "processes" ? " after the loss" : ""}`;
    case "agents":
      return `${formatCount(reached)} of ${formatCounted(bound, "agent")}${request.spare > 0 || (request.losing ?? "processes") !== "processes" ? " after the loss" : ""}`;
    case "rate":
      return `${formatComputed(reached)} of ${formatComputed(bound)} op/s per agent`;
    case "latency":
      return `${formatComputed(reached)} of at most ${formatComputed(bound)} ms`;
    case "efficiency":
      return `${formatPercent(reached)}, at least ${formatPercent(bound)}`;
    case "machine memory":
      return `${formatMegabytes(reached)} of ${formatMegabytes(bound)} MB on the fullest`;
    case "machine cores":
      return `${formatComputed(reached)} of ${formatComputed(bound)} vCPU on the busiest`;
    case "memory budget":
      return `${formatMegabytes(reached)} of ${formatMegabytes(bound)} MB in all`;
    case "processes":
      return `${formatCount(reached)} of at most ${formatCount(bound)}`;
    case "redundancy":
      return `${formatCounted(bound, "process", "processes")} may be lost`;
    case "headroom":
      return `${formatPercent(bound)} beyond the demand`;
  }
}

function savesText({ limit, saves }: LimitSlack, request: PlanRequest): string {
  if (saves === null)
    return limit === "throughput" || limit === "rate" ? "is the demand itself" : "would change nothing";
  return saves > 0 ? `would save ${formatObjective(saves, request)}` : "would save nothing";
}

export function WhySection(props: WhySectionProps) {
  const { binding, alternatives, request } = props;
  return (
    <section aria-labelledby="why" className="min-w-0">
      <h2 id="why" className="mb-2">
        Why this plan
      </h2>
      <ul className="mb-3 grid gap-1">
        {[nextText(alternatives, request), missText(alternatives, request)]
          .filter((text) => text !== null)
          .map((text) => (
            <li key={text}>{text}</li>
          ))}
      </ul>
      <TableFrame
        label="Slack of each limit"
        caption="Slack of each limit, and what doing without it would save"
        columns={columns}
        stacks
      >
        <tbody>
          {binding.slacks.map((slack) => {
            const binds = binding.binds.state === "limit" && slack.limit === binding.binds.limit;
            return (
              <tr key={slack.limit} className={`border-b last:border-b-0 ${binds ? "font-semibold" : ""}`}>
                <th scope="row" className={`px-3 py-1.5 ${binds ? "font-semibold" : "font-normal"}`}>
                  {limitText(slack.limit)}
                  {binds ? " ▲ binds" : ""}
                </th>
                <td data-label="Reached" className="px-3 py-1.5">
                  {figures(slack, request)}
                </td>
                <td data-label="Slack" className="px-3 py-1.5 text-right">
                  {slack.limit === "redundancy" || slack.limit === "headroom" ? "" : formatPercent(slack.slackShare)}
                </td>
                <td data-label="Doing without it" className="px-3 py-1.5">
                  {savesText(slack, request)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </TableFrame>
    </section>
  );
}
