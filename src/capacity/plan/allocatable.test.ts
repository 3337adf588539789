// What is left of a node is what the worked examples of the platforms' own pages say.
import { expect, test } from "vitest";
import { allocatableOf } from "./allocatable.ts";
import type { MachineType } from "./machine-type.ts";

const MIB = 2 ** 20 / 1e6;

function machine(platform: MachineType["platform"], memoryGiB: number, vcpu: number, podsMost = 110): MachineType {
  return { name: "m", platform, memoryGiB, vcpu, podsMost, pricePerHour: null };
}

test.each([
  ["m5.large", "eks", 8, 2, 29, 7_177_280, 1_930],
  ["e2-standard-4", "gke", 16, 4, 110, 13_498_416, 3_920],
  ["n2-highmem-4", "gke", 32, 4, 110, 29_085_928, 3_920],
] as const)("%s on %s has what its node reports", (name, platform, memoryGiB, vcpu, podsMost, ki, millicores) => {
  const left = allocatableOf({ name, platform, memoryGiB, vcpu, podsMost, pricePerHour: null });
  expect(left).toEqual({ memoryMB: (ki * 1_024) / 1e6, basis: "reported", millicores, pods: podsMost });
});

test("a size without a report is estimated, and never more than a node of that size reports", () => {
  expect(allocatableOf(machine("eks", 8, 2, 29))).toMatchObject({ basis: "estimated" });
  expect(allocatableOf(machine("eks", 8, 2, 29)).memoryMB).toBeLessThan((7_177_280 * 1_024) / 1e6);
  expect(allocatableOf(machine("gke", 16, 4)).memoryMB).toBeLessThan((13_498_416 * 1_024) / 1e6);
  expect(allocatableOf(machine("gke", 32, 4)).memoryMB).toBeLessThan((29_085_928 * 1_024) / 1e6);
  // AKS's own example: 7.25 GB of 8 are left with 30 pods, and the kernel has its part of that.
  expect(allocatableOf(machine("aks", 8, 2, 30)).memoryMB).toBeLessThan(7.25 * 1_024 * MIB);
});

test("a report holds for its own size alone", () => {
  const larger = { ...machine("eks", 16, 4, 29), name: "m5.large" };
  expect(allocatableOf(larger).basis).toBe("estimated");
});

test.each(["e2-micro", "e2-small", "e2-medium"])("%s shares a core and has 940 millicores", (name) => {
  expect(allocatableOf({ ...machine("gke", 4, 2), name }).millicores).toBe(940);
});

test("GKE reserves by slices: 16 GiB lose 2.6 GiB and 100 MiB, 4 cores lose 80 millicores", () => {
  const left = allocatableOf(machine("gke", 16, 4));
  expect(left.memoryMB).toBeCloseTo((16 * 0.95 - 2.6) * 1024 * MIB - 100 * MIB, 3);
  expect(left.millicores).toBe(3_920);
  expect(allocatableOf(machine("gke", 128, 2)).memoryMB).toBeCloseTo(
    (128 * 0.95 - 2.6 - 6.72) * 1024 * MIB - 100 * MIB,
    3,
  );
  expect(allocatableOf(machine("gke", 160, 2)).memoryMB).toBeCloseTo(
    (160 * 0.95 - 2.6 - 6.72 - 0.64) * 1024 * MIB - 100 * MIB,
    3,
  );
});

test("under 1 GiB GKE reserves 255 MiB", () => {
  expect(allocatableOf(machine("gke", 0.5, 1)).memoryMB).toBeCloseTo((512 * 0.95 - 255 - 100) * MIB, 3);
});

test("EKS reserves by pods: 29 pods lose 574 MiB and 100 MiB", () => {
  const left = allocatableOf(machine("eks", 8, 2, 29));
  expect(left.memoryMB).toBeCloseTo((8_192 * 0.925 - 574 - 100) * MIB, 3);
  expect(left.millicores).toBe(1_930);
});

test.each([
  [1, 60],
  [2, 100],
  [4, 140],
  [8, 180],
  [16, 260],
  [32, 420],
  [64, 740],
])("AKS reserves of %d cores %d millicores", (vcpu, reserved) => {
  expect(allocatableOf(machine("aks", 8, vcpu)).millicores).toBe(vcpu * 1_000 - reserved);
});

test("AKS reserves the lesser of 20 MiB per pod and 25 %", () => {
  expect(allocatableOf(machine("aks", 8, 2, 30)).memoryMB).toBeCloseTo((8_192 * 0.95 - 650 - 100) * MIB, 3);
  expect(allocatableOf(machine("aks", 4, 2, 70)).memoryMB).toBeCloseTo((4_096 * 0.95 - 1_024 - 100) * MIB, 3);
});

test("a whole machine keeps everything, and nothing falls below zero", () => {
  expect(allocatableOf(machine("whole", 4, 2))).toEqual({
    memoryMB: 4_294.967_296,
    basis: "whole",
    millicores: 2_000,
    pods: 110,
  });
  expect(allocatableOf(machine("gke", 0.1, 1)).memoryMB).toBe(0);
});
