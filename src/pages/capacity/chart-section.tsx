// The chart of memory against agents with its legend, and the same figures as a table.
import { contradictionsAt } from "../../capacity/memory/guidelines.ts";
import { budgetMB, memoryFor } from "../../capacity/memory/memory.ts";
import { budgetOf, constantsOf, type CalculatorSettings } from "../../capacity/memory/calculator-settings.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { ChartFrame } from "../../ui/charts/chart-frame.tsx";
import { formatCount } from "../../words/format.ts";
import { formatMegabytes } from "../../words/format-memory.ts";
import { budgetText, enteredBudgetText } from "./answer-text.ts";
import { Contradictions } from "./contradictions.tsx";
import { formulaText } from "./formula.tsx";
import { chartRange } from "./chart-range.ts";
import { LegendLine } from "./legend-line.tsx";
import { ScrollFrame } from "../../ui/scroll-frame.tsx";

const MemoryChart = lazyPart("The chart", () => import("./memory-chart.tsx").then((module) => module.MemoryChart));

const counts = [1, 5, 10, 15, 20, 25, 30, 50] as const;
const names = { compounding: "compounding", "agents-only": "cache on agent memory only" } as const;

export function ChartSection({ settings }: { readonly settings: CalculatorSettings }) {
  const constants = constantsOf(settings);
  const { zones, budgetMB: drawnBudget } = chartRange(settings);
  const limit = budgetMB(budgetOf(settings));
  const other = settings.reading === "compounding" ? "agents-only" : "compounding";
  const shown = [...new Set([...counts, settings.agents])].sort((a, b) => a - b);
  return (
    <section aria-labelledby="memory-chart">
      <h2 className="sr-only" id="memory-chart">
        Memory against agents
      </h2>
      <ChartFrame
        title="Memory against agents"
        unit="MB"
        fileName="headroom-capacity"
        notes={[
          `Computed from the published capacity formula: ${formulaText(settings)}`,
          `Solid: ${names[settings.reading]}; dashed: ${names[other]}; dotted: budget of ${enteredBudgetText(settings)}`,
        ]}
        legend={
          <div className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
            <LegendLine colour="var(--color-series-1)" dash={null} width={2} label={names[settings.reading]} />
            <LegendLine colour="var(--color-muted)" dash="6 4" label={names[other]} />
            {drawnBudget === null ? (
              <span>budget of {budgetText(settings)} is above this chart</span>
            ) : (
              <LegendLine colour="var(--color-ink)" dash="1 4" label={`budget, ${budgetText(settings)}`} />
            )}
          </div>
        }
        footer={
          <p className="mt-1 text-xs text-muted">
            Shaded by guideline:{" "}
            {zones
              .map(({ label, from, to }, n) => `${label} ${n === zones.length - 1 ? `over ${from}` : `${from}–${to}`}`)
              .join(", ")}
            .
          </p>
        }
      >
        <MemoryChart part={{ settings }} fallback={<p className="text-muted">Loading the chart …</p>} />
      </ChartFrame>
      <Contradictions found={contradictionsAt(settings.agents).filter(({ id }) => id !== "cache-twice")} />
      <details className="mt-2">
        <summary className="min-h-9 py-2 text-accent">The same as a table</summary>
        <ScrollFrame label="Memory against agents as a table">
          <table className="w-full text-right">
            <caption className="sr-only">Memory against agents in both readings</caption>
            <thead>
              <tr className="border-b text-xs text-muted">
                {["Agents", "Compounding, MB", "Cache on agent memory only, MB", `In ${budgetText(settings)}`].map(
                  (label) => (
                    <th key={label} scope="col" className="px-3 py-2 align-bottom font-normal">
                      {label}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((agents) => (
                <tr
                  key={agents}
                  className={`border-b last:border-b-0 ${agents === settings.agents ? "bg-hover font-semibold" : ""}`}
                >
                  <th
                    scope="row"
                    className={`px-3 py-1.5 ${agents === settings.agents ? "font-semibold" : "font-normal"}`}
                  >
                    {formatCount(agents)}
                  </th>
                  <td className="px-3 py-1.5">
                    {formatMegabytes(memoryFor(agents, constants, "compounding").totalMB)}
                  </td>
                  <td className="px-3 py-1.5">
                    {formatMegabytes(memoryFor(agents, constants, "agents-only").totalMB)}
                  </td>
                  <td className="px-3 py-1.5">
                    {memoryFor(agents, constants, settings.reading).totalMB <= limit ? "● fits" : "■ does not fit"}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      </details>
    </section>
  );
}
