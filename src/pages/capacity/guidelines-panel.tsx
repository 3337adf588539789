// The published guidelines for environments, and which of them the chosen agents are in.
import { environmentsFor, guidelineAgentsMost, spreadOverProcesses } from "../../capacity/memory/guidelines.ts";
import { memoryFor } from "../../capacity/memory/memory.ts";
import { publishedGuidelines } from "../../capacity/memory/published.ts";
import { constantsOf, type CalculatorSettings } from "../../capacity/memory/calculator-settings.ts";
import { formatCount } from "../../words/format.ts";
import { formatMegabytes } from "../../words/format-memory.ts";
import { ScrollFrame } from "../../ui/scroll-frame.tsx";

function processesText(settings: CalculatorSettings): string {
  const spread = spreadOverProcesses(settings.agents);
  const constants = constantsOf(settings);
  const total = spread.reduce((sum, agents) => sum + memoryFor(agents, constants, settings.reading).totalMB, 0);
  const [most = 0] = spread;
  const least = spread.at(-1) ?? 0;
  const each = most === least ? formatCount(most) : `${formatCount(least)} or ${formatCount(most)}`;
  return `${formatCount(settings.agents)} agents make ${formatCount(spread.length)} processes of ${each}. Each has a base of its own, so together they need ${formatMegabytes(total)} MB.`;
}

const cell = "px-3 py-2 text-left align-top";

export function GuidelinesPanel({ settings }: { readonly settings: CalculatorSettings }) {
  const here = environmentsFor(settings.agents);
  const beyond = settings.agents > guidelineAgentsMost;
  const constants = constantsOf(settings);
  const memoryOf = (agents: number) => formatMegabytes(memoryFor(agents, constants, settings.reading).totalMB);
  return (
    <section aria-labelledby="guidelines">
      <h2 id="guidelines">Guidelines</h2>
      <ScrollFrame label="Published guidelines" className="mt-2">
        <table className="w-full">
          <caption className="sr-only">
            Published agents per process for each environment, with the memory they need
          </caption>
          <thead>
            <tr className="border-b text-xs text-muted">
              <th scope="col" className={`${cell} font-normal`}>
                Environment
              </th>
              <th scope="col" className={`${cell} text-right font-normal`}>
                Agents per process
              </th>
              <th scope="col" className={`${cell} text-right font-normal`}>
                Memory, MB
              </th>
            </tr>
          </thead>
          <tbody>
            {publishedGuidelines.map(({ environment, from, to }) => {
              const isHere = here.includes(environment);
              return (
                <tr key={environment} className={`border-b ${isHere ? "bg-hover font-semibold" : ""}`}>
                  <th scope="row" className={`${cell} ${isHere ? "font-semibold" : "font-normal"} capitalize`}>
                    {environment}
                    {isHere ? (
                      <span className="block whitespace-nowrap text-accent normal-case sm:ml-2 sm:inline">
                        ● your agents
                      </span>
                    ) : null}
                  </th>
                  <td className={`${cell} text-right`}>
                    {from}–{to}
                  </td>
                  <td className={`${cell} text-right whitespace-nowrap`}>
                    {memoryOf(from) === memoryOf(to) ? memoryOf(from) : `${memoryOf(from)}–${memoryOf(to)}`}
                  </td>
                </tr>
              );
            })}
            <tr className={beyond ? "bg-hover font-semibold" : ""}>
              <th scope="row" className={`${cell} ${beyond ? "font-semibold" : "font-normal"}`}>
                Several processes
                {beyond ? (
                  <span className="block whitespace-nowrap text-accent sm:ml-2 sm:inline">● your agents</span>
                ) : null}
              </th>
              <td className={`${cell} text-right`}>over {guidelineAgentsMost}</td>
              <td className={`${cell} text-right`}>one base each</td>
            </tr>
          </tbody>
        </table>
      </ScrollFrame>
      {beyond ? <p className="mt-2">{processesText(settings)}</p> : null}
    </section>
  );
}
