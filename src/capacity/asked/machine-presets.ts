// Machine types to start from. Their prices are examples: what a cloud charges depends on region, date and contract.
import type { MachineType, Platform } from "../plan/machine-type.ts";

function machines(platform: Platform, rows: readonly (readonly [string, number, number, number, number])[]) {
  return rows.map(([name, memoryGiB, vcpu, podsMost, pricePerHour]) => ({
    name,
    platform,
    memoryGiB,
    vcpu,
    podsMost,
    pricePerHour,
  }));
}

export const CLOUDS = ["gke", "eks", "aks"] as const;
export type Cloud = (typeof CLOUDS)[number];

/** What the prices of the presets are: list prices on demand, without discounts. */
export const presetPrices = {
  currency: "USD",
  /** When they were written down. */
  noted: "2026-11",
  region: { gke: "us-central1", eks: "us-east-1", aks: "East US" },
} as const satisfies {
  readonly region: Readonly<Record<Cloud, string>>;
  readonly currency: string;
  readonly noted: string;
};

/** Prices are per hour, as presetPrices says. Addresses name these lists: other figures need a new version of addresses. */
export const machinePresets: Readonly<Record<Cloud, readonly MachineType[]>> = {
  gke: machines("gke", [
    ["e2-standard-2", 8, 2, 110, 0.067],
    ["e2-standard-4", 16, 4, 110, 0.134],
    ["e2-standard-8", 32, 8, 110, 0.268],
    ["e2-standard-16", 64, 16, 110, 0.536],
    ["e2-highcpu-8", 8, 8, 110, 0.198],
  ]),
  eks: machines("eks", [
    ["m5.large", 8, 2, 29, 0.096],
    ["m5.xlarge", 16, 4, 58, 0.192],
    ["m5.2xlarge", 32, 8, 58, 0.384],
    ["m5.4xlarge", 64, 16, 234, 0.768],
    ["c5.2xlarge", 16, 8, 58, 0.34],
  ]),
  aks: machines("aks", [
    ["Standard_D2s_v5", 8, 2, 110, 0.096],
    ["Standard_D4s_v5", 16, 4, 110, 0.192],
    ["Standard_D8s_v5", 32, 8, 110, 0.384],
    ["Standard_D16s_v5", 64, 16, 110, 0.768],
    ["Standard_F8s_v2", 16, 8, 110, 0.338],
  ]),
};
