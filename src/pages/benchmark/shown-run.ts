// Owns what is shown of a run, whatever its state.
import type { RunState } from "../../session/measuring/benchmark-store.ts";
import type { Configuration } from "../../measurement/run/configuration.ts";
import { derive, type Derived } from "../../results/derive.ts";
import { provenanceOf } from "../../results/provenance.ts";

export interface ShownRun {
  readonly configuration: Configuration;
  readonly derived: Derived;
  /** Measured C; 1 while unknown. */
  readonly cores: number;
  /** 0 while unknown. */
  readonly timerStepUs: number;
  /** Null while unknown. */
  readonly perAgentBytes: number | null;
  /** One line for exported pictures. */
  readonly provenance: string;
}

/** @param chosen the configuration in the address, shown where nothing was run */
export function shownRun(run: RunState, chosen: Configuration): ShownRun {
  switch (run.state) {
    case "idle":
    case "broken":
      return {
        configuration: chosen,
        derived: derive(chosen, [], 1),
        cores: 1,
        timerStepUs: 0,
        perAgentBytes: null,
        provenance: "",
      };
    case "running": {
      const { configuration, trials, capacity, timerStepUs, perAgentBytes } = run;
      const cores = capacity?.cores ?? 1;
      return {
        configuration,
        derived: derive(configuration, trials, cores, true),
        cores,
        timerStepUs,
        perAgentBytes,
        provenance: "a run in progress",
      };
    }
    case "finished": {
      const { configuration, environment, trials } = run.result;
      const { cores } = environment.parallelCapacity;
      return {
        configuration,
        derived: derive(configuration, trials, cores),
        cores,
        timerStepUs: environment.timerStepUs,
        perAgentBytes: environment.engineMemory.perAgentBytes,
        provenance: provenanceOf(run.result),
      };
    }
  }
}
