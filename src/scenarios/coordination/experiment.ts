// How coordination is measured: teams beside themselves in silence, and messages alone; and what is made of both.
import { windowed } from "../../measurement/run/windowed.ts";
import type { Measurable, Taken } from "../../measurement/run/bench.ts";
import { seatedSetup } from "../agents/agent-setup.ts";
import { workloadFact } from "../agents/workload-fact.ts";
import { defineExperiment } from "../contract/define-experiment.ts";
import { byPoint, valuesOf } from "../contract/rows.ts";
import { combinationsOf } from "./cells.ts";
import { coordinationPanels } from "./charts.ts";
import { coordinationFields, type CoordinationSettings, tickedOf } from "./fields.ts";
import { coordinationMeasures } from "./measures.ts";
import { planCoordination, pointsOf } from "./plan.ts";
import { coordinationRows } from "./rows.ts";
import { coordinationSentence } from "./sentence.ts";
import { SOLO } from "./series.ts";
import { orderOf, setupOf, unmeasurable } from "./setups.ts";
import { coordinationTables } from "./tables.ts";
import { coordinationFigures } from "./window-figures.ts";

function measurableOf(settings: CoordinationSettings): Measurable {
  const windows = windowed({
    plan: planCoordination(settings),
    setupOf: (planned, machine) => setupOf(settings, planned, machine),
    orderOf: (planned) => orderOf(settings, planned),
    figuresOf: (reports, order, _planned, agents) => coordinationFigures(reports, order, agents),
  });
  return {
    ...windows,
    async attempt(planned, bench): Promise<Taken> {
      const reason = unmeasurable(planned, bench.machine);
      return reason === null ? windows.attempt(planned, bench) : { state: "failed", reason };
    },
  };
}

/** Solo repeat modulo 3 tells the place. */
function placeOf(repeat: number): 0 | 1 | 2 {
  const place = repeat % 3;
  return place === 0 || place === 1 ? place : 2;
}

const notes = [
  {
    term: "What a team is held against",
    text: "Every team stands in a block with the same agents in silence and with its other topologies and transports, in an order of chance. A cost is that of one repeat beside its own control, and the interval is of their median.",
  },
  {
    term: "On a single lane",
    text: "Agents of one worker read each other's rows in place: nothing is carried, so that no transport is told apart there.",
  },
];

/** The experiment of a coordination configuration. */
export const coordinationExperiment = defineExperiment(coordinationFields, {
  scenarioMeasures: coordinationMeasures,
  targets: [],
  breakdown: "Where the cost of talking goes",
  bind(settings) {
    const ticked = tickedOf(settings);
    const transports = combinationsOf(ticked).some(({ transport }) => transport !== null) ? ticked.transports : [];
    return {
      ...measurableOf(settings),
      measures: coordinationMeasures,
      panels: coordinationPanels(ticked),
      statusHelp: null,
      fullestSetup(machine) {
        // The barrier took more workers than a pool has.
        const pool = { ...machine, poolWorkers: Math.max(1, Math.round(machine.cores)) };
        const [topology = "ring"] = ticked.topologies;
        const [placement = "pool"] = ticked.placements;
        const seating = { ...settings, placement, topology, transport: transports[0] ?? "shared-memory" };
        return seatedSetup(seating, Math.max(...ticked.agents), pool);
      },
      points: pointsOf(ticked),
      fingerprint: [workloadFact(settings)],
      rowsOf: coordinationRows,
      paceOf: (samples) =>
        (byPoint(samples, SOLO).get(1) ?? []).flatMap((sample) =>
          valuesOf([sample], "throughput").map((opsPerSecond) => ({ place: placeOf(sample.repeat), opsPerSecond })),
        ),
      sentenceOf: ({ rows, samples }) => coordinationSentence(rows, samples, transports),
      gaugeOf: () => null,
      tablesOf: ({ samples }) => coordinationTables(samples, transports),
      watch: null,
      notesOf: ({ rows }) => (rows.length === 0 ? [] : notes),
    };
  },
});
