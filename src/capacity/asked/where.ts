// Where the processes run: in one of three clouds, on machines of one's own, or not planned. Asked once, for machines and prices.
import { type Cloud, CLOUDS, presetPrices } from "./machine-presets.ts";
import { machinesToText } from "./machine-text.ts";
import { defaultTexts, type PlannerSettings, type PlannerTexts } from "./planner-settings.ts";
import type { MachineType } from "../plan/machine-type.ts";

export const PLACES = [...CLOUDS, "own", "none"] as const;
export type Place = (typeof PLACES)[number];

/** A machine to begin a table of one's own with. Nothing of it is reserved, and it has no price. */
const ownMachine: MachineType = {
  name: "machine 1",
  platform: "whole",
  memoryGiB: 16,
  vcpu: 4,
  podsMost: 110,
  pricePerHour: null,
};

function isCloud(place: string | undefined): place is Cloud {
  return CLOUDS.some((cloud) => cloud === place);
}

/** Of an edited table: the cloud whose reservations all of its machines have, else one's own. */
export function placeOf(machines: readonly MachineType[]): Place {
  const [first] = machines;
  if (first === undefined) return "none";
  const isOne = machines.every(({ platform }) => platform === first.platform);
  return isOne && isCloud(first.platform) ? first.platform : "own";
}

/** What could not be asked at the place before is asked again as a new plan asks it. */
function askedAgain({ machines, objective, spare }: PlannerTexts): Partial<PlannerTexts> {
  const cheapest = { objective: defaultTexts.objective };
  if (machines === "none") return { ...cheapest, ...(spare === "1" ? { spare: defaultTexts.spare } : {}) };
  const wasUnpriced = !isCloud(machines) && objective === "machines";
  return wasUnpriced ? cheapest : {};
}

/** What a change of place changes: the machines, and what they cannot be asked for. */
export function textsAt(place: Place, texts: PlannerTexts): Partial<PlannerTexts> {
  if (isCloud(place)) return { machines: place, currency: presetPrices.currency, prices: "", ...askedAgain(texts) };
  const objective = texts.objective === "price" ? { objective: place === "own" ? "machines" : "memory" } : {};
  if (place === "own") return { machines: machinesToText([ownMachine]), prices: "", ...objective };
  const isOfMachines = texts.spare === "machine" || texts.spare === "zone";
  return { machines: "none", prices: "", ...objective, ...(isOfMachines ? { spare: "1" } : {}) };
}

/** "USD, us-central1, on demand, noted 2026-11": what the prices are, as far as it is known; null where there are none. */
export function pricesText({ machines, currency, prices }: PlannerSettings, machinesText: string): string | null {
  if (machines.every(({ pricePerHour }) => pricePerHour === null)) return null;
  if (prices !== "") return `${currency}, ${prices}`;
  if (isCloud(machinesText))
    return `${currency}, ${presetPrices.region[machinesText]}, on demand without discounts, noted ${presetPrices.noted}`;
  return `${currency}, as entered`;
}
