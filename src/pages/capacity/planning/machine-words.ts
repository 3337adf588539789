// Machines in sentences: a type of a cloud by its name, machines of one's own as such, with the name they were given.
import type { MachineType } from "../../../capacity/plan/machine-type.ts";
import type { Plan } from "../../../capacity/plan/plan.ts";
import { formatCount } from "../../../words/format.ts";

/** Nothing of a whole machine is reserved: it is no node of a cloud, but one's own. */
function isOwn({ platform }: MachineType): boolean {
  return platform === "whole";
}

function ownText(count: string, { name }: MachineType): string {
  return `${count} of your machines (${name})`;
}

/** "one e2-standard-4", "2 e2-standard-4"; "one of your machines (machine 1)", "2 of your machines (rack)". */
export function machinesInWords(count: number, machine: MachineType): string {
  const counted = count === 1 ? "one" : formatCount(count);
  return isOwn(machine) ? ownText(counted, machine) : `${counted} ${machine.name}`;
}

/** "1 × e2-standard-4"; "2 of your machines (machine 1)"; "" where no machines are planned. */
export function machinesText({ machines }: Plan): string {
  if (machines === null) return "";
  const count = formatCount(machines.count);
  return isOwn(machines.machine) ? ownText(count, machines.machine) : `${count} × ${machines.machine.name}`;
}

/** What to add of a type: "1 × e2-standard-4"; "2 machines like yours (machine 1)". */
export function furtherMachines(count: number, machine: MachineType): string {
  const counted = formatCount(count);
  if (!isOwn(machine)) return `${counted} × ${machine.name}`;
  return `${counted} ${count === 1 ? "machine" : "machines"} like yours (${machine.name})`;
}
