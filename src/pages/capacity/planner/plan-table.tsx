// The plan in figures: what the processes of each size request and reach, and where they run.
import { memoryFor } from "../../../capacity/memory/memory.ts";
import type { Plan, PlanRequest } from "../../../capacity/plan/plan.ts";
import { latencyMsAt } from "../../../capacity/plan/process-sizes.ts";
import { formatComputed, formatCount, formatCounted, formatPercent, MISSING } from "../../../words/format.ts";
import { formatMegabytes } from "../../../words/format-memory.ts";
import { machinesText } from "../planning/machine-words.ts";
import { formatMonthly } from "../planning/plan-text.ts";
import { FoldedSection } from "../planning/folded-section.tsx";
import { figureColumns, type TableColumn, TableFrame } from "../../../ui/table-frame.tsx";

const columns = [
  ...figureColumns("Processes", "Agents each", "Throughput each, op/s"),
  {
    label: "Efficiency",
    align: "right",
    help: "Throughput divided by agents times the throughput of one agent alone: 100% would be perfect scaling.",
  },
  {
    label: "Mean latency, ms",
    align: "right",
    help: "Mean time of one op: agents divided by throughput (Little's law).",
  },
  {
    label: "Request each, MB",
    align: "right",
    help: "What Kubernetes sets aside for the process: base, agents and cache, without the buffer.",
  },
  {
    label: "Limit each, MB",
    align: "right",
    help: "The most it may use, with the buffer: above it the process is ended. Plans count the limit.",
  },
  ...figureColumns("All, MB"),
] satisfies readonly TableColumn[];

const cell = "px-3 py-1.5 text-right";

function withoutBuffer(agents: number, { constants, reading }: PlanRequest): number {
  const need = memoryFor(agents, constants, reading);
  return need.totalMB - need.bufferMB;
}

export function PlanTable({ plan, request }: { readonly plan: Plan; readonly request: PlanRequest }) {
  const single = request.throughput[1] ?? null;
  return (
    <FoldedSection
      id="plan-table"
      title="Processes"
      brief={plan.groups
        .map(({ processes, agents }) => `${formatCount(processes)} of ${formatCounted(agents, "agent")}`)
        .join(", ")}
    >
      <TableFrame label="The plan as a table" caption="Processes by size" columns={columns}>
        <tbody>
          {plan.groups.map(({ processes, agents }) => {
            const rate = request.throughput[agents] ?? 0;
            const needMB = memoryFor(agents, request.constants, request.reading).totalMB;
            return (
              <tr key={agents} className="border-b">
                <th scope="row" className={`${cell} font-normal`}>
                  {formatCount(processes)}
                </th>
                <td className={cell}>{formatCount(agents)}</td>
                <td className={cell}>{formatComputed(rate)}</td>
                <td className={cell}>
                  {single === null ? (
                    <span title="The curve has no row of one agent.">{MISSING}</span>
                  ) : (
                    formatPercent(rate / (agents * single))
                  )}
                </td>
                <td className={cell}>{formatComputed(latencyMsAt(agents, rate))}</td>
                <td className={cell}>{formatMegabytes(withoutBuffer(agents, request))}</td>
                <td className={cell}>{formatMegabytes(needMB)}</td>
                <td className={cell}>{formatMegabytes(needMB * processes)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row" className={cell}>
              {formatCount(plan.processes)}
            </th>
            <td className={cell}>{formatCount(plan.agents)}</td>
            <td className={cell} title="of all processes">
              {formatComputed(plan.opsPerSecond)}
            </td>
            <td className={`px-3 py-1.5 text-left text-xs font-normal text-muted`} colSpan={4}>
              in all
            </td>
            <td className={cell}>{formatMegabytes(plan.memoryMB)}</td>
          </tr>
        </tfoot>
      </TableFrame>
      {plan.machines === null ? null : (
        <p className="mt-2">
          On {machinesText(plan)}
          {plan.machines.pricePerHour === null
            ? ", without a price"
            : `, ${formatMonthly(plan.machines.pricePerHour, request.currency)}`}
          : {placements(plan.machines.placement)}.
          {plan.machines.count > 1
            ? " Kubernetes places the processes; this is one way in which they fit."
            : " All on one machine: if it fails, all of them do."}
        </p>
      )}
    </FoldedSection>
  );
}

/** "16 + 16 agents on 2 machines; 15 agents on 1 machine". */
function placements(placement: readonly (readonly number[])[]): string {
  const counts = new Map<string, number>();
  for (const held of placement) {
    const text = [...held].sort((a, b) => b - a).join(" + ");
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .map(([held, machines]) => `${held} ${held === "1" ? "agent" : "agents"} on ${formatCounted(machines, "machine")}`)
    .join("; ");
}
