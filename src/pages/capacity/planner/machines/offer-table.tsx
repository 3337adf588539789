// All machine types in one list: what each alone would take, its cost a month, and what of it stays unused. It can be sorted.
import { ArrowDown } from "lucide-react";
import { useState } from "react";
import type { MachineOffer } from "../../../../capacity/answer/machine-offers.ts";
import type { PlanRequest } from "../../../../capacity/plan/plan.ts";
import { formatCount, formatPercent, MISSING } from "../../../../words/format.ts";
import { infeasibleSentence } from "../../planning/infeasible-text.ts";
import { formatMonthly, shortGroups } from "../../planning/plan-text.ts";
import { ScrollFrame } from "../../../../ui/scroll-frame.tsx";

type Planned = Extract<MachineOffer, { readonly state: "planned" }>;

/** By which the list may be sorted, least first. */
const columns = [
  { id: "name", label: "Machine type", of: null },
  {
    id: "cost",
    label: "Cost a month",
    of: ({ plan }: Planned) => plan.machines?.pricePerHour ?? Number.POSITIVE_INFINITY,
  },
  { id: "count", label: "Machines", of: ({ plan }: Planned) => plan.machines?.count ?? 0 },
  { id: "processes", label: "Processes", of: ({ plan }: Planned) => plan.processes },
  { id: "memory", label: "Memory unused", of: ({ unused }: Planned) => unused.memoryShare },
  { id: "vcpu", label: "vCPU unused", of: ({ unused }: Planned) => unused.vcpuShare },
] as const;
type Column = (typeof columns)[number];

/** Types without a plan stand last. */
function sorted(offers: readonly MachineOffer[], column: Column): readonly MachineOffer[] {
  return [...offers].sort((a, b) => {
    if (a.state !== b.state) return a.state === "planned" ? -1 : 1;
    if (a.state === "infeasible" || b.state === "infeasible" || column.of === null)
      return a.machine.name.localeCompare(b.machine.name, "en", { numeric: true });
    const [from, to] = [column.of(a), column.of(b)];
    return from === to ? Number(b.isChosen) - Number(a.isChosen) : from - to;
  });
}

const cell = "px-3 py-1.5 text-right whitespace-nowrap";

function Row({ offer, request }: { readonly offer: MachineOffer; readonly request: PlanRequest }) {
  const { machine } = offer;
  if (offer.state === "infeasible") {
    return (
      <tr className="border-b text-muted last:border-b-0">
        <th scope="row" className="stays bg-panel px-3 py-1.5 text-left font-normal whitespace-nowrap">
          {machine.name}
        </th>
        <td colSpan={5} className="px-3 py-1.5 text-xs max-sm:col-span-3">
          {infeasibleSentence(offer.why, { ...request, machines: [machine] })}
        </td>
      </tr>
    );
  }
  const { plan, unused, isChosen } = offer;
  const price = plan.machines?.pricePerHour ?? null;
  return (
    <tr className={`border-b last:border-b-0 ${isChosen ? "font-semibold" : ""}`}>
      <th
        scope="row"
        className={`stays bg-panel px-3 py-1.5 text-left whitespace-nowrap ${isChosen ? "font-semibold" : "font-normal"}`}
      >
        {machine.name}
        {isChosen ? <span className="block text-xs text-good">● the plan</span> : null}
      </th>
      <td data-label="Cost a month" className={cell}>
        {price === null ? (
          <span title="This type has no price.">{MISSING}</span>
        ) : (
          formatMonthly(price, request.currency).replace(" a month", "")
        )}
      </td>
      <td data-label="Machines" className={cell}>
        {formatCount(plan.machines?.count ?? 0)}
      </td>
      <td data-label="Processes" className={cell}>
        {shortGroups(plan.groups)}
      </td>
      <td data-label="Memory unused" className={cell}>
        {formatPercent(unused.memoryShare)}
      </td>
      <td data-label="vCPU unused" className={cell}>
        {formatPercent(unused.vcpuShare)}
      </td>
    </tr>
  );
}

export function OfferTable({
  offers,
  request,
}: {
  readonly offers: readonly MachineOffer[];
  readonly request: PlanRequest;
}) {
  const [by, setBy] = useState<Column>(columns[1]);
  return (
    <ScrollFrame label="Machine types by cost">
      <table className="stacks wide-table w-full" data-testid="offers">
        <caption className="sr-only">What each machine type alone would take; processes × agents</caption>
        <thead>
          <tr className="border-b text-xs text-muted">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                aria-sort={by === column ? "ascending" : "none"}
                className={`px-3 py-1 align-bottom font-normal ${column.of === null ? "stays bg-panel text-left" : "text-right"}`}
              >
                <button
                  type="button"
                  className={`inline-flex min-h-8 cursor-pointer items-center gap-1 text-inherit hover:text-ink ${by === column ? "font-semibold text-ink" : ""}`}
                  onClick={() => setBy(column)}
                >
                  {by === column ? <ArrowDown aria-hidden size={12} /> : null}
                  {column.label}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(offers, by).map((offer) => (
            <Row key={offer.machine.name} offer={offer} request={request} />
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}
