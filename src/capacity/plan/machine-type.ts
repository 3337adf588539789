// Owns machine types: what a node has by its data sheet, and what of that Kubernetes leaves to processes.

export const PLATFORMS = ["gke", "eks", "aks", "whole"] as const;
/** Whose reservations apply; `whole` is a machine all of whose memory and cores are for processes. */
export type Platform = (typeof PLATFORMS)[number];

export interface MachineType {
  readonly name: string;
  readonly platform: Platform;
  readonly memoryGiB: number;
  readonly vcpu: number;
  /** Most pods that the node takes, with those of the system. */
  readonly podsMost: number;
  /** Null where it is not known. */
  readonly pricePerHour: number | null;
}

/** What is left for processes. */
export interface Allocatable {
  readonly memoryMB: number;
  readonly millicores: number;
  readonly pods: number;
}
