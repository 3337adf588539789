// The further tables of a coordination run: what a message costs here, what meeting costs, what that predicts, and how talking grows.
import type { TransportKind } from "../../measurement/lane/transport.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import type { FittedFigure, WeightedLine } from "../../statistics/weighted-line.ts";
import { formatBytesWithUnit, formatCount, formatMeasured, formatPercent, MISSING } from "../../words/format.ts";
import type { FactTable } from "../contract/seen.ts";
import { cellName, combinationName, transportWords } from "./cells.ts";
import { growthOf } from "./growth.ts";
import { measuredSeries, messageLines } from "./message-lines.ts";
import { predictedShares } from "./predicted.ts";
import { MESSAGE_SERIES } from "./series.ts";

const BYTES_PER_KB = 1_000;

/** With a true minus sign. */
function signedText(value: number): string {
  return formatMeasured(value).replace("-", "−");
}

function rangeText({ value, low, high }: FittedFigure, factor = 1): string {
  const [middle, least, most] = [value, low, high].map((one) => signedText(one * factor));
  return `${middle} (${least} to ${most})`;
}

function lineTexts(line: WeightedLine | null): [string, string] {
  return line === null ? [MISSING, MISSING] : [rangeText(line.intercept), rangeText(line.slope, BYTES_PER_KB)];
}

function timeText(us: number | undefined): string {
  return us === undefined ? MISSING : formatMeasured(us);
}

/** The points that any of several series has, ascending. */
function allPoints(series: readonly (readonly { readonly at: number }[])[]): number[] {
  return [...new Set(series.flat().map(({ at }) => at))].sort((a, b) => a - b);
}

function sizesTable(samples: readonly Sample[], transports: readonly TransportKind[]): FactTable[] {
  const series = transports.map((transport) => {
    const { sizes: alone, carry } = MESSAGE_SERIES[transport];
    return { alone: measuredSeries(samples, alone), carry: measuredSeries(samples, carry) };
  });
  const sizes = allPoints(series.flatMap(({ alone, carry }) => [alone, carry]));
  if (sizes.length === 0) return [];
  const byTransport = (text: (transport: TransportKind) => string[]) => transports.flatMap(text);
  return [
    {
      title: "What a message costs here",
      isTimed: true,
      help: "Two workers that do nothing else send each other a message of each size and confirm it. A round is how long that takes. Carrying is what it takes of each worker that thinks as agents do between its messages: to publish, send and take in one. That is more than alone, since the browser's threads that deliver messages then want a core that is busy. Both with the clock that every round of agents pays too, in µs, the median of repeats.",
      head: [
        "Size",
        ...byTransport((transport) => [
          `Round, ${transportWords[transport]}`,
          `Carrying, ${transportWords[transport]}`,
        ]),
      ],
      rows: sizes.map((bytes) => [
        formatBytesWithUnit(bytes),
        ...series.flatMap(({ alone, carry }) => [
          timeText(alone.find(({ at }) => at === bytes)?.roundUs),
          timeText(carry.find(({ at }) => at === bytes)?.carryingUs),
        ]),
      ]),
    },
    {
      title: "The same as a line",
      isTimed: true,
      help: "α + β · bytes through the sizes above, each weighed by its own time, with 95% intervals: α is what any message costs, β what each kB adds. A wide interval says that the times do not lie on a line.",
      head: ["What", "α, µs", "β, µs per kB"],
      rows: transports.flatMap((transport) => {
        const { round, carrying } = messageLines(samples, transport);
        const how = transportWords[transport];
        return [
          [`Round, ${how}`, ...lineTexts(round)],
          [`Carrying, ${how}`, ...lineTexts(carrying)],
        ];
      }),
    },
  ];
}

function meetingTable(samples: readonly Sample[], transports: readonly TransportKind[]): FactTable[] {
  const kinds = transports.flatMap((transport) => {
    const { barrier, everybody } = MESSAGE_SERIES[transport];
    const how = transportWords[transport];
    return [
      { head: `Barrier, ${how}`, measured: measuredSeries(samples, barrier) },
      { head: `All-to-all, ${how}`, measured: measuredSeries(samples, everybody) },
    ];
  });
  const workers = allPoints(kinds.map(({ measured }) => measured));
  if (workers.length === 0) return [];
  return [
    {
      title: "What meeting costs here",
      isTimed: true,
      help: "How long a round lasts in which workers only meet, twice by shared memory and once by messages, and in which each sends 800 bytes to every other. In µs, the median of repeats. Workers beyond the cores sleep while they wait.",
      head: ["Workers", ...kinds.map(({ head }) => head)],
      rows: workers.map((at) => [
        formatCount(at),
        ...kinds.map(({ measured }) => timeText(measured.find((point) => point.at === at)?.roundUs)),
      ]),
    },
  ];
}

function predictedTable(samples: readonly Sample[]): FactTable[] {
  const cells = predictedShares(samples);
  if (cells.length === 0) return [];
  return [
    {
      title: "Transport as messages alone predict it",
      isTimed: true,
      help: "The share of all worker time that transport takes, from the lines above and what a round carries, beside the share that was measured. Where workers outnumber the cores, they also pay for each other's turns, which no message alone does.",
      head: ["Team", "Predicted", "Measured", "Off by"],
      rows: cells.map(({ at, predicted, measured }) => [
        cellName(at),
        formatPercent(predicted),
        formatPercent(measured),
        formatPercent(predicted / measured - 1),
      ]),
    },
  ];
}

function growthTable(samples: readonly Sample[]): FactTable[] {
  const growths = growthOf(samples).filter(({ line }) => line !== null);
  if (growths.length === 0) return [];
  return [
    {
      title: "How talking grows with what is said",
      isTimed: true,
      help: "How much longer a round is than in silence, as α + β · bytes that agents read in it, over the team sizes that were measured, with 95% intervals. It holds for these sizes; α below zero means that small teams pay less than the line says.",
      head: ["Teams", "Agents", "α, µs a round", "β, µs per kB read"],
      rows: growths.map(({ combination, agents, line }) => [
        combinationName(combination),
        agents.map(formatCount).join(", "),
        ...lineTexts(line),
      ]),
    },
  ];
}

/** @param transports those that are ticked */
export function coordinationTables(samples: readonly Sample[], transports: readonly TransportKind[]): FactTable[] {
  return [
    ...growthTable(samples),
    ...sizesTable(samples, transports),
    ...meetingTable(samples, transports),
    ...predictedTable(samples),
  ];
}
