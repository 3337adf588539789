// Reads CSV with the columns agents, throughput and trial: the throughput of each agent count, with its trials.
import { isTable, readReferenceCsv } from "../../results/references/reference-csv.ts";
import { throughputCell } from "../cells/throughput-cell.ts";
import type { ForeignReader } from "./reader.ts";

export const agentsCsv: ForeignReader = {
  kind: "agents-csv",
  title: "CSV with the columns agents, throughput and trial",
  outline: "a first line with names such as agents and throughput, and a row for each agent count",
  recognises: ({ text, json, columns }) => json === undefined && (columns !== null || isTable(text)),
  read({ name, text, columns, chosenBy }) {
    const read = readReferenceCsv(name, text, columns, chosenBy);
    if (read.state === "refused") return read;
    const rows = read.series[0]?.rows ?? [];
    const cells = rows.map(({ agents, trials }) =>
      throughputCell(agents, { kind: "trials", values: trials, yardstickDeviation: 0 }),
    );
    return { state: "read", measured: { fingerprint: [], cells }, id: null, measuredAt: null, notes: read.notes ?? [] };
  },
};
