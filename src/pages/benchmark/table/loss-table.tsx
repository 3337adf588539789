// What hearing each other costs: each lock-step row against the same agents without messages, split by where time went.
import type { ScalingRow } from "../../../scaling/rows.ts";
import { formatCount, formatPercent } from "../../../words/format.ts";
import { Help } from "../../../ui/help.tsx";

const columns = [
  {
    key: "total",
    label: "Loss",
    help: "1 − throughput over that of the control, which ran right after with the same agents and no messages.",
  },
  { key: "fuse", label: "Fuse", help: "Share of all worker time spent reading the posteriors of the others." },
  { key: "transport", label: "Transport", help: "Share of all worker time spent publishing and carrying posteriors." },
  { key: "wait", label: "Wait", help: "Share of all worker time spent waiting for the slowest worker, twice a round." },
  {
    key: "rest",
    label: "Rest",
    help: "What the three do not explain, such as inference that is slower or faster beside other work. It may be negative.",
  },
] as const;

const cell = "px-3 py-1.5 text-right whitespace-nowrap first:text-left";

/** Nothing where no row has a control. */
export function LossTable({ rows }: { readonly rows: readonly ScalingRow[] }) {
  const withLoss = rows.flatMap((row) => (row.loss === null ? [] : [{ agents: row.agents, loss: row.loss }]));
  if (withLoss.length === 0) return null;
  return (
    <section aria-labelledby="loss">
      <h2 id="loss" className="text-lg font-semibold">
        What hearing each other costs
      </h2>
      <section
        className="mt-2 relative overflow-x-auto rounded border bg-panel"
        aria-label="Loss by agents"
        tabIndex={0}
      >
        <table className="w-full border-collapse">
          <caption className="sr-only">Loss of lock-step rounds against the control without messages</caption>
          <thead>
            <tr className="border-b text-xs text-muted">
              <th scope="col" className={`${cell} font-normal`}>
                Agents
              </th>
              {columns.map(({ key, label, help }) => (
                <th key={key} scope="col" className={`${cell} font-normal`}>
                  <Help term={label}>{help}</Help>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {withLoss.map(({ agents, loss }) => (
              <tr key={agents} className="border-b last:border-b-0 hover:bg-hover">
                <th scope="row" className={`${cell} font-semibold`}>
                  {formatCount(agents)}
                </th>
                {columns.map(({ key }) => (
                  <td key={key} className={cell}>
                    {formatPercent(loss[key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
