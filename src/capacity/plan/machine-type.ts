// Machine types: what a node has by its data sheet, and what Kubernetes leaves of it to processes.

export const PLATFORMS = ["gke", "eks", "aks", "whole"] as const;
/** Whose reservations apply. Of a `whole` machine nothing is reserved: all is left to processes. */
export type Platform = (typeof PLATFORMS)[number];

export interface MachineType {
  readonly name: string;
  readonly platform: Platform;
  readonly memoryGiB: number;
  readonly vcpu: number;
  /** The most pods on the node, those of the system included. */
  readonly podsMost: number;
  /** Null where it is not known. */
  readonly pricePerHour: number | null;
}

/** What is left for processes. */
export interface Allocatable {
  readonly memoryMB: number;
  /** Whether the memory follows a node's own report, or an estimate of it; of a whole machine nothing is taken. */
  readonly basis: "reported" | "estimated" | "whole";
  readonly millicores: number;
  readonly pods: number;
}
