// The table of machine types to edit, with what each leaves to processes.
import { Plus, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import { allocatableOf } from "../../../../capacity/plan/allocatable.ts";
import { machineProblem, machinesToText } from "../../../../capacity/asked/machine-text.ts";
import {
  type Allocatable,
  type MachineType,
  type Platform,
  PLATFORMS,
} from "../../../../capacity/plan/machine-type.ts";
import { PLAN_LIMITS } from "../../../../capacity/plan/plan.ts";
import { numberOfText } from "../../../../fields/number-text.ts";
import { Button } from "../../../../ui/button.tsx";
import { formatMegabytes } from "../../../../words/format-memory.ts";
import { asNumber } from "../../../../ui/as-number.ts";
import { useDraft } from "../../../../ui/use-draft.ts";
import type { PlannerInUse } from "../../planning/use-planner.ts";
import { ScrollFrame } from "../../../../ui/scroll-frame.tsx";

/** Where the memory that is left comes from. */
const basisWords: Readonly<Record<Allocatable["basis"], string | null>> = {
  reported: "as nodes report",
  estimated: "estimated",
  whole: null,
};

const platformNames: Readonly<Record<Platform, string>> = {
  gke: "GKE",
  eks: "EKS",
  aks: "AKS",
  whole: "whole machine",
};

interface CellProps {
  readonly label: string;
  readonly value: string;
  /** What the cell holds; a number is read as in every field, a name as it is. */
  readonly holds: "name" | "number" | "whole number";
  readonly onText: (text: string) => string | null;
}

function Cell({ label, value, holds, onText }: CellProps) {
  const id = useId();
  const { error, inputProps } = useDraft(value, holds === "name" ? onText : asNumber(onText, holds === "whole number"));
  return (
    <>
      <input
        {...inputProps}
        aria-label={label}
        className={`min-h-8 rounded border border-line-strong bg-panel px-1.5 text-ink aria-invalid:border-bad ${holds === "name" ? "w-36" : "w-16 text-right"}`}
        aria-describedby={error === null ? undefined : id}
      />
      {error === null ? null : (
        <span id={id} role="alert" className="block max-w-40 text-left text-xs text-bad">
          {error}
        </span>
      )}
    </>
  );
}

const fields = [
  { field: "memoryGiB", label: "Memory", unit: "GiB", holds: "number" },
  { field: "vcpu", label: "vCPU", unit: "", holds: "number" },
  { field: "podsMost", label: "Pods", unit: "most", holds: "whole number" },
] as const;

export function MachineTable({ settings, change }: PlannerInUse) {
  const { machines } = settings;
  const [lastNumber, setLastNumber] = useState(0);

  function put(next: readonly MachineType[]): void {
    change({ machines: machinesToText(next) });
  }
  function edit(at: number, some: Partial<MachineType>): string | null {
    const next = machines.map((machine, n) => (n === at ? { ...machine, ...some } : machine));
    const changed = next[at];
    const problem = changed === undefined ? null : machineProblem(changed);
    if (problem !== null) return problem;
    if (new Set(next.map((machine) => machine.name)).size < next.length) return "Another machine type has this name.";
    put(next);
    return null;
  }
  function add(): void {
    const taken = new Set(machines.map((machine) => machine.name));
    let number = lastNumber + 1;
    while (taken.has(`machine ${number}`)) number += 1;
    setLastNumber(number);
    put([
      ...machines,
      { name: `machine ${number}`, platform: "whole", memoryGiB: 16, vcpu: 4, podsMost: 110, pricePerHour: null },
    ]);
  }

  return (
    <div className="min-w-0">
      <ScrollFrame label="Machine types as a table" className="mt-2">
        <table className="wide-table w-full text-right">
          <caption className="sr-only">Machine types that the plan chooses from; one plan uses one type</caption>
          <thead>
            <tr className="border-b text-xs text-muted">
              <th scope="col" className="px-2 py-2 text-left font-normal">
                Name
              </th>
              <th scope="col" className="px-2 py-2 text-left font-normal">
                Reserves as
              </th>
              {fields.map(({ field, label, unit }) => (
                <th key={field} scope="col" className="px-2 py-2 font-normal">
                  {label} {unit}
                </th>
              ))}
              <th scope="col" className="px-2 py-2 font-normal">
                Price per hour
              </th>
              <th scope="col" className="px-2 py-2 font-normal">
                Left for processes
              </th>
              <th className="px-2 print:hidden">
                <span className="sr-only">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {machines.map((machine, at) => {
              const left = allocatableOf(machine);
              return (
                // A name changes while it is typed; the place does not.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={at} className="border-b align-top last:border-b-0">
                  <td className="px-2 py-1.5 text-left">
                    <Cell
                      holds="name"
                      label={`Name of machine type ${at + 1}`}
                      value={machine.name}
                      onText={(text) => edit(at, { name: text.trim() })}
                    />
                  </td>
                  <td className="px-2 py-1.5 text-left">
                    <select
                      aria-label={`Reservations of ${machine.name}`}
                      className="min-h-8 rounded border border-line-strong bg-panel px-1 text-ink"
                      value={machine.platform}
                      onChange={(event) => {
                        const platform = PLATFORMS.find((known) => known === event.target.value);
                        if (platform !== undefined) edit(at, { platform });
                      }}
                    >
                      {PLATFORMS.map((platform) => (
                        <option key={platform} value={platform}>
                          {platformNames[platform]}
                        </option>
                      ))}
                    </select>
                  </td>
                  {fields.map(({ field, label, holds }) => (
                    <td key={field} className="px-2 py-1.5">
                      <Cell
                        label={`${label} of ${machine.name}`}
                        holds={holds}
                        value={String(machine[field])}
                        onText={(text) => edit(at, { [field]: numberOfText(text) ?? Number.NaN })}
                      />
                    </td>
                  ))}
                  <td className="px-2 py-1.5">
                    <Cell
                      label={`Price of ${machine.name}`}
                      holds="number"
                      value={machine.pricePerHour === null ? "" : String(machine.pricePerHour)}
                      onText={(text) =>
                        edit(at, { pricePerHour: text.trim() === "" ? null : (numberOfText(text) ?? Number.NaN) })
                      }
                    />
                  </td>
                  <td className="px-2 py-1.5 text-muted">
                    <span className="whitespace-nowrap">{formatMegabytes(left.memoryMB)} MB</span>{" "}
                    <span className="block whitespace-nowrap">{left.millicores / 1_000} vCPU</span>
                    {basisWords[left.basis] === null ? null : (
                      <span className="block text-xs">{basisWords[left.basis]}</span>
                    )}
                  </td>
                  <td className="px-1 py-1 print:hidden">
                    <Button
                      tone="quiet"
                      className="min-h-8 px-2"
                      aria-label={`Remove ${machine.name}`}
                      disabled={machines.length === 1}
                      onClick={() => put(machines.filter((_, n) => n !== at))}
                    >
                      <Trash2 aria-hidden size={14} />
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollFrame>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-3 text-xs text-muted">
        <p className="max-w-prose">The cluster's own pods use some of what is left, and are not counted.</p>
        <Button
          className="min-h-8 text-xs print:hidden"
          disabled={machines.length >= PLAN_LIMITS.machineTypesMost}
          onClick={add}
        >
          <Plus aria-hidden size={14} /> Add a type
        </Button>
      </div>
    </div>
  );
}
