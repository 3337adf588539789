// What workloads say of themselves: a setting matters where it is said to, and nowhere else.
import { expect, test } from "vitest";
import { workloads } from "./definitions.ts";
import { WORKLOADS, type WorkloadSettings } from "./workload.ts";

const settings: WorkloadSettings = { gridSize: 10, policyLength: 2 };
const changes = { gridSize: { ...settings, gridSize: 5 }, policyLength: { ...settings, policyLength: 3 } } satisfies {
  readonly [Setting in keyof WorkloadSettings]: WorkloadSettings;
};

test("a title names the workload with its own settings", () => {
  expect(workloads.explorer.titleOf(settings)).toBe("explorer 10×10, length 2");
  expect(workloads["t-maze"].titleOf(settings)).toBe("t-maze");
});

test.each(WORKLOADS)("%s: title and model change with the settings that matter, and with no other", (kind) => {
  const workload = workloads[kind];
  for (const setting of ["gridSize", "policyLength"] as const) {
    const matters = workload.settings.includes(setting);
    const changed = changes[setting];
    expect(workload.titleOf(changed) !== workload.titleOf(settings)).toBe(matters);
    expect(JSON.stringify(workload.configOf(changed)) !== JSON.stringify(workload.configOf(settings))).toBe(matters);
  }
});
