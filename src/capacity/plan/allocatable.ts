// What Kubernetes leaves of a node to pods: its capacity, less what the platform reserves and keeps free by eviction.
import type { Allocatable, MachineType, Platform } from "./machine-type.ts";
import { estimatedCapacityBytes, reportedNode } from "./reported-nodes.ts";

const MIB = 2 ** 20;
const GIB = 2 ** 30;
/** Every platform evicts pods once less than this is free. */
const EVICTION_BYTES = 100 * MIB;

/** What stays free on a node of this platform, since pods are evicted below it, MB. */
export function evictionMB(platform: Platform): number {
  return platform === "whole" ? 0 : EVICTION_BYTES / 1e6;
}

/** A share of what is between the end of the slice before and the end of this one. */
interface Slice {
  readonly upTo: number;
  readonly share: number;
}

function inSlices(amount: number, slices: readonly Slice[]): number {
  let from = 0;
  let total = 0;
  for (const { upTo, share } of slices) {
    total += Math.max(0, Math.min(amount, upTo) - from) * share;
    from = upTo;
  }
  return total;
}

const gkeMemorySlices = [
  { upTo: 4, share: 0.25 },
  { upTo: 8, share: 0.2 },
  { upTo: 16, share: 0.1 },
  { upTo: 128, share: 0.06 },
  { upTo: Number.POSITIVE_INFINITY, share: 0.02 },
] as const;

/** Reserved shares of the cores. GKE and EKS use the same. */
const coreSlices = [
  { upTo: 1, share: 0.06 },
  { upTo: 2, share: 0.01 },
  { upTo: 4, share: 0.005 },
  { upTo: Number.POSITIVE_INFINITY, share: 0.0025 },
] as const;

/** AKS publishes 60, 100, 140, 180, 260, 420 and 740 millicores for 1, 2, 4, 8, 16, 32 and 64 cores. These shares give them. */
const aksCoreSlices = [
  { upTo: 1, share: 0.06 },
  { upTo: 2, share: 0.04 },
  { upTo: 4, share: 0.02 },
  { upTo: Number.POSITIVE_INFINITY, share: 0.01 },
] as const;

function reservedBytes(platform: Platform, memoryGiB: number, podsMost: number): number {
  switch (platform) {
    case "gke":
      return EVICTION_BYTES + (memoryGiB < 1 ? 255 * MIB : inSlices(memoryGiB, gkeMemorySlices) * GIB);
    case "eks":
      return EVICTION_BYTES + (255 + 11 * podsMost) * MIB;
    case "aks":
      return EVICTION_BYTES + Math.min((20 * podsMost + 50) * MIB, 0.25 * memoryGiB * GIB);
    case "whole":
      return 0;
  }
}

/** GKE takes 1,060 millicores of machines that share a core, which leaves 940 of their 2 vCPU. */
const SHARED_CORE = /^e2-(?:micro|small|medium)$/;
const SHARED_CORE_RESERVED = 1.06;

function reservedCores({ platform, name, vcpu }: MachineType): number {
  switch (platform) {
    case "gke":
      return SHARED_CORE.test(name) ? Math.min(vcpu, SHARED_CORE_RESERVED) : inSlices(vcpu, coreSlices);
    case "eks":
      return inSlices(vcpu, coreSlices);
    case "aks":
      return inSlices(vcpu, aksCoreSlices);
    case "whole":
      return 0;
  }
}

function memoryOf(machine: MachineType): Pick<Allocatable, "memoryMB" | "basis"> {
  const { platform, memoryGiB, podsMost } = machine;
  const node = reportedNode(machine);
  if (node?.reports === "allocatable") return { memoryMB: (node.memoryKi * 1_024) / 1e6, basis: "reported" };
  const capacity = node === null ? estimatedCapacityBytes(platform, memoryGiB) : node.memoryKi * 1_024;
  const bytes = Math.floor(capacity - reservedBytes(platform, memoryGiB, podsMost));
  const basis = platform === "whole" ? "whole" : node === null ? "estimated" : "reported";
  return { memoryMB: Math.max(0, bytes / 1e6), basis };
}

/**
 * What pods may request on a node: what its kernel reports, or is taken to report (reported-nodes.ts), less what the platform
 * reserves. GKE: 255 MiB under 1 GiB, else 25 % of the first 4 GiB, 20 % of the next 4, 10 % of the next 8, 6 % of the next
 * 112, 2 % beyond; cores 6 %, 1 %, 0.5 % (two), 0.25 %, and 1,060 millicores of e2-micro, e2-small and e2-medium. EKS: 255 MiB
 * + 11 MiB per pod, cores as GKE. AKS from 1.29: the lesser of 20 MiB per pod + 50 MiB and 25 %. Each evicts pods to keep
 * another 100 MiB free. The pods of the system (DaemonSets, DNS) use some of what is left. How much depends on the cluster
 * and is not counted. Sources: GKE "Plan node sizes", the EKS node bootstrap of Amazon Linux, AKS "Node resource reservations".
 */
export function allocatableOf(machine: MachineType): Allocatable {
  const millicores = Math.floor((machine.vcpu - reservedCores(machine)) * 1_000 + 1e-6);
  return { ...memoryOf(machine), millicores: Math.max(0, millicores), pods: machine.podsMost };
}
