// The models of the kernel benchmark: explorers as the app measures them, and the nine that pymdp was timed with.
import { kernelSupport } from "../../src/inference/kernel/kernel-support.ts";
import type { KernelWorld } from "../../src/inference/kernel/kernel-world.ts";
import { buildModel } from "../../src/inference/model.ts";
import type { Model } from "../../src/inference/model.ts";
import type { ModelSpec } from "../../src/inference/model-spec.ts";
import { buildOwnModel } from "../../src/workloads/custom/custom.ts";
import { exampleModel } from "../../src/workloads/custom/examples.ts";
import { buildExplorer, describeExplorer } from "../../src/workloads/explorer.ts";
import { destinations } from "../../src/workloads/grid.ts";
import { explorerWorld, ownWorld } from "../../src/workloads/kernel-worlds.ts";
import type { ExampleModel } from "../../src/workloads/model-reference.ts";
import { PYMDP_STEP_MS } from "../../src/workloads/pymdp-steps.ts";
import type { ParticipantSetup, Workload } from "../../src/workloads/workload.ts";
import { exampleNames, isExample } from "./bench-engine-models.ts";

/** An agent of the engine, with what it did and where it really is; both of its first factor. */
interface EngineAgent {
  readonly step: () => void;
  readonly posterior: Float64Array;
  readonly action: () => number;
  readonly state: () => number;
}

export interface KernelModel {
  readonly name: string;
  readonly model: Model;
  /** The engine's agents in the same world. */
  readonly workload: () => Workload;
  /** Compiles the same workload, then makes an agent of each setup. */
  readonly engineAgents: (setups: readonly ParticipantSetup[]) => readonly EngineAgent[];
  /** Null where the kernel does not step it; `reason` then says why. */
  readonly world: KernelWorld | null;
  readonly reason: string;
  /** pymdp's median step on another machine, ms; null where none was recorded. */
  readonly pymdpMs: number | null;
}

function compiled(spec: ModelSpec): Model {
  const build = buildModel(spec);
  if (build.state === "invalid") throw new Error(build.problems.join("; "));
  return build.model;
}

function reasonOf(model: Model): string {
  const support = kernelSupport(model);
  return support.state === "supported" ? "" : support.reason;
}

function explorer(gridSize: 5 | 10, policyLength: 1 | 2 | 3): KernelModel {
  const model = compiled(describeExplorer(gridSize, policyLength, destinations(gridSize)));
  return {
    name: `explorer ${gridSize}×${gridSize}, length ${policyLength}`,
    model,
    workload: () => buildExplorer(gridSize, policyLength),
    engineAgents: (setups) => {
      const workload = buildExplorer(gridSize, policyLength);
      return setups.map((setup) => {
        const agent = workload.createParticipant(setup);
        const { posterior } = agent;
        return { step: () => agent.step(), posterior, action: () => agent.action, state: () => agent.cell };
      });
    },
    world: explorerWorld(gridSize),
    reason: "",
    pymdpMs: null,
  };
}

function example(name: ExampleModel): KernelModel {
  const own = exampleModel(name);
  const model = compiled(own.spec);
  const reason = reasonOf(model);
  return {
    name: exampleNames[name],
    model,
    workload: () => buildOwnModel(own),
    engineAgents: (setups) => {
      const workload = buildOwnModel(own);
      return setups.map((setup) => {
        const agent = workload.createParticipant(setup);
        const { posterior } = agent;
        const first = (values: ArrayLike<number>): number => values[0] ?? -1;
        return {
          step: () => agent.step(),
          posterior,
          action: () => first(agent.action),
          state: () => first(agent.state),
        };
      });
    },
    world: reason === "" ? ownWorld(model, own.episodeSteps) : null,
    reason,
    pymdpMs: PYMDP_STEP_MS[name],
  };
}

/** Explorers first, then pymdp's models. */
export function kernelModels(): readonly KernelModel[] {
  return [
    explorer(5, 1),
    explorer(10, 1),
    explorer(5, 3),
    explorer(10, 2),
    ...Object.keys(exampleNames).filter(isExample).map(example),
  ];
}
