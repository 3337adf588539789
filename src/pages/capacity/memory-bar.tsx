// The memory of the chosen agents as one stacked bar, labelled in place, with the share of the budget under it.
import type { MemoryNeed } from "../../capacity/memory/memory.ts";
import { formatPercent } from "../../words/format.ts";
import { formatMegabytes } from "../../words/format-memory.ts";

export interface MemoryBarProps {
  readonly need: MemoryNeed;
  readonly budgetMB: number;
  /** The budget in MB, such as "4,295 MB". */
  readonly budgetText: string;
  /** How each part is computed, such as "35 MB × 25". */
  readonly origins: Readonly<Record<PartName, string>>;
}

export type PartName = "base" | "agents" | "cache" | "buffer";

const looks: Readonly<Record<PartName, { readonly label: string; readonly fill: string }>> = {
  base: { label: "Base", fill: "bg-muted" },
  agents: { label: "Agents", fill: "bg-series-1" },
  cache: { label: "Cache", fill: "bg-series-3" },
  buffer: { label: "Buffer", fill: "bg-series-4" },
};

export function MemoryBar({ need, budgetMB, budgetText, origins }: MemoryBarProps) {
  const parts: readonly { readonly name: PartName; readonly megabytes: number }[] = [
    { name: "base", megabytes: need.baseMB },
    { name: "agents", megabytes: need.agentsMB },
    { name: "cache", megabytes: need.cacheMB },
    { name: "buffer", megabytes: need.bufferMB },
  ];
  const used = need.totalMB / budgetMB;
  return (
    <div>
      <div aria-hidden className="flex h-11 gap-0.5 overflow-hidden rounded forced-color-adjust-none">
        {parts.map(({ name, megabytes }) => (
          <div
            key={name}
            className={`@container flex min-w-0 items-center overflow-hidden text-sm font-semibold whitespace-nowrap text-on-accent ${looks[name].fill} ${megabytes === 0 ? "hidden" : ""}`}
            style={{ flexGrow: megabytes, flexBasis: 0 }}
          >
            <span className="hidden px-2 @min-[60px]:inline">{looks[name].label}</span>
          </div>
        ))}
      </div>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4" data-testid="breakdown">
        {parts.map(({ name, megabytes }) => (
          <div key={name} className="min-w-0">
            <dt className="flex items-center gap-2 text-muted">
              <span aria-hidden className={`size-2.5 rounded-[2px] forced-color-adjust-none ${looks[name].fill}`} />
              {looks[name].label}
            </dt>
            <dd>
              <span className="text-lg" data-part={name}>
                {formatMegabytes(megabytes)}
              </span>{" "}
              MB
              <span className="block text-xs text-muted">{origins[name]}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 flex items-center gap-3 text-xs">
        <div aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-line forced-color-adjust-none">
          <div
            className={`h-full ${used > 1 ? "bg-bad" : "bg-accent"}`}
            style={{ width: `${Math.min(1, used) * 100}%` }}
          />
        </div>
        <span className={used > 1 ? "text-bad" : "text-muted"}>
          {used > 1 ? "■ " : ""}
          {formatPercent(used)} of {budgetText}
        </span>
      </div>
    </div>
  );
}
