// A picture of one node of the plan: what its memory goes to, and how many of its cores the processes keep busy.
import { nodePicture, type NodePart } from "../../../../capacity/answer/node-parts.ts";
import { allocatableOf } from "../../../../capacity/plan/allocatable.ts";
import type { MachineUse, PlanRequest } from "../../../../capacity/plan/plan.ts";
import { formatComputed, formatCount, formatCounted, formatPercent } from "../../../../words/format.ts";
import { formatMegabytes } from "../../../../words/format-memory.ts";

const looks: Readonly<
  Record<NodePart["kind"], { readonly label: string; readonly fill: string; readonly means: string }>
> = {
  system: { label: "System", fill: "bg-muted text-on-accent", means: "kernel, kubelet and what the platform reserves" },
  eviction: { label: "Eviction", fill: "bg-warn text-on-accent", means: "kept free, or pods are evicted" },
  process: { label: "Process", fill: "bg-series-1 text-on-accent", means: "with its buffer" },
  free: { label: "Free", fill: "bg-line text-ink", means: "for the cluster's own pods, or for nothing" },
};

/** Each kind once, with its parts added up. */
function sums(parts: readonly NodePart[]) {
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = parts.filter((part) => part.kind === kind);
    return { kind, count: own.length, memoryMB: own.reduce((sum, part) => sum + part.memoryMB, 0) };
  });
}

export function NodeBar({ use, request }: { readonly use: MachineUse; readonly request: PlanRequest }) {
  const { machine, memoryMB, parts } = nodePicture(use, request);
  const processes = parts.filter(({ kind }) => kind === "process").length;
  const vcpu = allocatableOf(machine).millicores / 1_000;
  return (
    <figure className="mt-4 min-w-0" data-testid="node">
      <figcaption className="mb-2 text-xs text-muted">
        {use.count === 1 ? "The machine" : `The fullest of the ${formatCount(use.count)} machines`} ({machine.name}):{" "}
        {formatMegabytes(memoryMB)} MB
      </figcaption>
      <div aria-hidden className="flex h-11 gap-0.5 overflow-hidden rounded [print-color-adjust:exact]">
        {parts.map((part, at) => (
          <div
            // Parts never change places.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            className={`@container flex min-w-0 items-center overflow-hidden text-xs font-semibold whitespace-nowrap ${looks[part.kind].fill} ${part.memoryMB === 0 ? "hidden" : ""}`}
            style={{ flexGrow: part.memoryMB, flexBasis: 0 }}
          >
            <span className="hidden px-2 @min-[76px]:inline">
              {part.kind === "process" ? formatCounted(part.agents, "agent") : looks[part.kind].label}
            </span>
          </div>
        ))}
      </div>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        {sums(parts).map(({ kind, count, memoryMB: sumMB }) => (
          <div key={kind} className="min-w-0">
            <dt className="flex items-center gap-2 text-muted">
              <span aria-hidden className={`size-2.5 rounded-[2px] [print-color-adjust:exact] ${looks[kind].fill}`} />
              {kind === "process" ? formatCounted(count, "process", "processes") : looks[kind].label}
            </dt>
            <dd>
              {formatMegabytes(sumMB)} MB
              <span className="block text-xs text-muted">{looks[kind].means}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-xs text-muted">
        vCPU: {formatComputed(processes * request.vcpuPerProcess)} of {vcpu} that are left to pods,{" "}
        {formatPercent(vcpu > 0 ? (processes * request.vcpuPerProcess) / vcpu : 0)}.
      </p>
    </figure>
  );
}
