// One agent's step here beside pymdp's of the same model, which was measured elsewhere: a table that says so.
import { formatMeasured } from "../../words/format.ts";
import { PYMDP_MEASURED_ON, pymdpStepMs } from "../../workloads/pymdp-steps.ts";
import type { WorkloadKind, WorkloadSettings } from "../../workloads/workload.ts";
import type { FactTable } from "../contract/seen.ts";

/**
 * Only of own models, whose author comes from pymdp.
 * @param opsPerSecond of one agent, as fast as it can
 * @returns no table where nothing was measured yet, or pymdp's step of the model is not known
 */
export function besidePymdp(
  { workload, ...settings }: WorkloadSettings & { readonly workload: WorkloadKind },
  opsPerSecond: number | null,
): readonly FactTable[] {
  const stepMs = workload === "custom" ? pymdpStepMs(workload, settings) : null;
  if (stepMs === null || opsPerSecond === null || !(opsPerSecond > 0)) return [];
  const hereUs = 1e6 / opsPerSecond;
  return [
    {
      title: "One step here, and pymdp's of the same model",
      isTimed: true,
      help: `pymdp's time is the median of one full step of ${PYMDP_MEASURED_ON}: another machine, so the ratio is an order of magnitude, not a measurement.`,
      head: ["Model", "Here, µs an op", "pymdp, µs a step", "Ratio"],
      rows: [
        [
          (settings.model ?? "").replace("example:", ""),
          formatMeasured(hereUs),
          formatMeasured(stepMs * 1_000),
          `${formatMeasured((stepMs * 1_000) / hereUs)}×`,
        ],
      ],
    },
  ];
}
