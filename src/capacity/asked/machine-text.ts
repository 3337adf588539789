// A table of machine types as text for an address: the name of a preset, or "name~platform~GiB~vCPU~pods~price;…".
import type { Reading } from "../../fields/field.ts";
import { numberOfText } from "../../fields/number-text.ts";
import { plainText } from "../../fields/plain-number.ts";
import { machinePresets } from "./machine-presets.ts";
import { type MachineType, PLATFORMS } from "../plan/machine-type.ts";
import { PLAN_LIMITS } from "../plan/plan.ts";
import { refused } from "./setting-text.ts";

export const MACHINE_TEXT_MOST = 2_000;
const MACHINE_NAME = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$/;

/** What is wrong with a machine type, naming the field; null where nothing is. */
export function machineProblem(machine: MachineType): string | null {
  const { name, memoryGiB, vcpu, podsMost, pricePerHour } = machine;
  if (!MACHINE_NAME.test(name)) {
    return "The name of a machine type is 1 to 40 letters, digits, spaces, dots, dashes or underscores.";
  }
  if (!(memoryGiB > 0 && memoryGiB <= 100_000)) {
    return `Memory of ${name} must be a number of GiB above 0 and at most 100,000, such as 16.`;
  }
  if (!(vcpu > 0 && vcpu <= 10_000)) return `vCPU of ${name} must be a number above 0 and at most 10,000, such as 4.`;
  if (!(Number.isInteger(podsMost) && podsMost >= 1 && podsMost <= 10_000)) {
    return `Pods of ${name} must be a whole number from 1 to 10,000.`;
  }
  if (pricePerHour !== null && !(pricePerHour >= 0 && pricePerHour <= 1e6)) {
    return `Price of ${name} must be empty or a number from 0 to 1,000,000 per hour.`;
  }
  return null;
}

function machineFrom(text: string): Reading<MachineType> {
  const [name = "", platformText, memoryText = "", vcpuText = "", podsText = "", priceText = "", ...rest] =
    text.split("~");
  const platform = PLATFORMS.find((known) => known === platformText);
  const memoryGiB = numberOfText(memoryText);
  const vcpu = numberOfText(vcpuText);
  const podsMost = numberOfText(podsText);
  const pricePerHour = numberOfText(priceText);
  const isPriceWrong = pricePerHour === null && priceText !== "";
  if (
    platform === undefined ||
    memoryGiB === null ||
    vcpu === null ||
    podsMost === null ||
    isPriceWrong ||
    rest.length > 0
  ) {
    return refused(`A machine type in the address is name~platform~GiB~vCPU~pods~price, not "${text.slice(0, 60)}".`);
  }
  const machine = { name, platform, memoryGiB, vcpu, podsMost, pricePerHour };
  const problem = machineProblem(machine);
  return problem === null ? { state: "read", value: machine } : refused(problem);
}

/** Reads a table from text of unknown origin. "none" is an empty table: the plan is then for memory alone. */
export function machinesFromText(text: string): Reading<readonly MachineType[]> {
  if (text === "none") return { state: "read", value: [] };
  if (text === "gke" || text === "eks" || text === "aks") return { state: "read", value: machinePresets[text] };
  const parts = text.split(";", PLAN_LIMITS.machineTypesMost + 1);
  if (parts.length > PLAN_LIMITS.machineTypesMost) {
    return refused(`A plan compares at most ${PLAN_LIMITS.machineTypesMost} machine types.`);
  }
  const machines: MachineType[] = [];
  for (const part of parts) {
    const reading = machineFrom(part);
    if (reading.state === "refused") return reading;
    const machine = reading.value;
    if (machines.some(({ name }) => name === machine.name)) {
      return refused(`Two machine types are called ${machine.name}. Give each its own name.`);
    }
    machines.push(machine);
  }
  return { state: "read", value: machines };
}

function textOf({ name, platform, memoryGiB, vcpu, podsMost, pricePerHour }: MachineType): string {
  const price = pricePerHour === null ? "" : plainText(pricePerHour);
  return [name, platform, plainText(memoryGiB), plainText(vcpu), podsMost, price].join("~");
}

/** Writes a table. One that is the same as a preset is written as the name of that preset. */
export function machinesToText(machines: readonly MachineType[]): string {
  if (machines.length === 0) return "none";
  const text = machines.map(textOf).join(";");
  for (const name of ["gke", "eks", "aks"] as const) {
    if (machinePresets[name].map(textOf).join(";") === text) return name;
  }
  return text;
}
