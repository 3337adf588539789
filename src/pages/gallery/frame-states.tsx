// Tables and charts in their frames.
import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { ChartFrame } from "../../ui/charts/chart-frame.tsx";
import { figureColumns, TableFrame } from "../../ui/table-frame.tsx";
import { formatCount, formatMeasured, formatPercent, MISSING } from "../../words/format.ts";
import { State } from "./state.tsx";

const rows = [
  { agents: 1, opsPerSecond: 20, efficiency: 1 },
  { agents: 10, opsPerSecond: 140, efficiency: 0.7 },
  { agents: 50, opsPerSecond: 284, efficiency: 0.284 },
  { agents: 1_200, opsPerSecond: null, efficiency: null },
];
const columns = figureColumns("Agents", "Throughput, op/s", "Efficiency");
const tick = { fontSize: 13, fill: "var(--color-muted)" } as const;

function Table({ isStale }: { readonly isStale: boolean }) {
  return (
    <TableFrame label="Table of the gallery" caption="Invented figures" columns={columns} isStale={isStale}>
      <tbody>
        {rows.map(({ agents, opsPerSecond, efficiency }) => (
          <tr key={agents} className="border-b last:border-0">
            <td className="px-3 py-1.5 text-right">{formatCount(agents)}</td>
            <td className="px-3 py-1.5 text-right">{opsPerSecond === null ? MISSING : formatMeasured(opsPerSecond)}</td>
            <td className="px-3 py-1.5 text-right">{efficiency === null ? MISSING : formatPercent(efficiency)}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

export function FrameStates() {
  return (
    <>
      <State name="TableFrame, current and while figures are computed again">
        <Table isStale={false} />
        <div className="mt-3">
          <Table isStale />
        </div>
      </State>
      <State name="ChartFrame">
        <ChartFrame title="Throughput" unit="op/s" fileName="gallery" notes={["Invented figures."]}>
          <ResponsiveContainer>
            <LineChart data={rows.filter(({ opsPerSecond }) => opsPerSecond !== null)}>
              <CartesianGrid stroke="var(--color-line)" />
              <XAxis dataKey="agents" type="number" tick={tick} />
              <YAxis tick={tick} />
              <Line dataKey="opsPerSecond" stroke="var(--color-series-1)" isAnimationActive={false} />
            </LineChart>
          </ResponsiveContainer>
        </ChartFrame>
      </State>
      <State name="ChartFrame without a chart: saving a picture gives a message">
        <ChartFrame title="Latency" unit="ms" fileName="gallery" notes={[]}>
          <p className="grid h-full place-items-center text-muted">Run the benchmark to see latency here.</p>
        </ChartFrame>
      </State>
    </>
  );
}
