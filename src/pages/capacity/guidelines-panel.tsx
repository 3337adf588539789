// The published guidelines for environments, where this plan stands among them, and what they contradict.
import {
  contradictionsAt,
  environmentsFor,
  guidelineAgentsMost,
  spreadOverProcesses,
} from "../../capacity/guidelines.ts";
import { memoryFor } from "../../capacity/memory.ts";
import { publishedGuidelines } from "../../capacity/published.ts";
import { constantsOf, type Settings } from "../../capacity/settings.ts";
import { formatCount } from "../../ui/format.ts";
import { formatMegabytes } from "../../ui/format-memory.ts";

function processesText(settings: Settings): string {
  const spread = spreadOverProcesses(settings.agents);
  const constants = constantsOf(settings);
  const total = spread.reduce((sum, agents) => sum + memoryFor(agents, constants, settings.reading).totalMB, 0);
  const [most = 0] = spread;
  const least = spread.at(-1) ?? 0;
  const each = most === least ? formatCount(most) : `${formatCount(least)} or ${formatCount(most)}`;
  return `${formatCount(settings.agents)} agents make ${formatCount(spread.length)} processes of ${each}. Each brings its own base, so together they need ${formatMegabytes(total)} MB.`;
}

const cell = "px-3 py-2 text-left align-top";

export function GuidelinesPanel({ settings }: { readonly settings: Settings }) {
  const here = environmentsFor(settings.agents);
  const beyond = settings.agents > guidelineAgentsMost;
  const constants = constantsOf(settings);
  const memoryOf = (agents: number) => formatMegabytes(memoryFor(agents, constants, settings.reading).totalMB);
  return (
    <section aria-labelledby="guidelines">
      <h2 id="guidelines" className="text-lg font-semibold">
        Guidelines
      </h2>
      <div className="mt-2 overflow-x-auto rounded border bg-panel">
        <table className="w-full border-collapse">
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
                  <th scope="row" className={`${cell} font-[inherit] capitalize`}>
                    {environment}
                    {isHere ? (
                      <span className="ml-2 whitespace-nowrap text-accent normal-case">● your plan</span>
                    ) : null}
                  </th>
                  <td className={`${cell} text-right`}>
                    {from}–{to}
                  </td>
                  <td className={`${cell} text-right whitespace-nowrap`}>
                    {memoryOf(from)}–{memoryOf(to)}
                  </td>
                </tr>
              );
            })}
            <tr className={beyond ? "bg-hover font-semibold" : ""}>
              <th scope="row" className={`${cell} font-[inherit]`}>
                Several processes
                {beyond ? <span className="ml-2 whitespace-nowrap text-accent">● your plan</span> : null}
              </th>
              <td className={`${cell} text-right`}>over {guidelineAgentsMost}</td>
              <td className={`${cell} text-right`}>a base each</td>
            </tr>
          </tbody>
        </table>
      </div>
      {beyond ? <p className="mt-2">{processesText(settings)}</p> : null}
      <ul className="mt-3 grid gap-2" aria-label="Contradictions in the published guidance">
        {contradictionsAt(settings.agents).map(({ id, text }) => (
          <li key={id} data-contradiction={id} className="grid max-w-prose grid-cols-[auto_1fr] gap-2">
            <span aria-hidden className="text-xs leading-[21px] text-warn">
              ▲
            </span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
