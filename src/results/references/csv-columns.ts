// Which column of a CSV holds what: by names that people give, or by a choice that somebody makes.

/** What a column may hold. `efficiency` is as the file states it, a share or per cent. */
export type CsvRole = "agents" | "throughput" | "trial" | "efficiency";

/** The columns that somebody chose by their names, and how numbers are written; what is left out is found by the header. */
export interface ColumnChoice {
  readonly agents?: string;
  readonly throughput?: string;
  readonly trial?: string;
  readonly decimal?: "point" | "comma";
}

/** How whoever reads a message chooses columns: in a field of the page, or by a flag of the command. */
export type ChosenBy = "field" | "flag";

/** What ends a message that a choice would mend. @param choice in the grammar of both, such as "decimal=comma" */
export function choiceHint(by: ChosenBy, choice: string): string {
  return by === "flag"
    ? `say --columns ${choice}`
    : `write ${choice} in “Columns of a CSV with other names”, on Results or on Plan, and open the file from there`;
}

const NAME_MOST = 300;

/** Names for each role, the clearest first: where a file has several, the first wins. */
const NAMES: Readonly<Record<CsvRole, readonly string[]>> = {
  agents: [
    "agents",
    "agent_count",
    "agent_counts",
    "agents_count",
    "num_agents",
    "number_of_agents",
    "n_agents",
    "agent",
    "concurrency",
    "threads",
    "thread_count",
    "num_threads",
    "thread",
    "clients",
    "client_count",
    "num_clients",
    "vus",
    "virtual_users",
    "users",
    "user_count",
    "concurrent_users",
    "processes",
    "procs",
    "process_count",
    "workers",
    "connections",
    "n",
  ],
  throughput: [
    "throughput",
    "throughputs",
    "ops_per_second",
    "ops_per_sec",
    "ops_sec",
    "ops_s",
    "op_s",
    "ops",
    "tps",
    "qps",
    "rps",
    "transactions_per_second",
    "queries_per_second",
    "requests_per_second",
    "requests_per_sec",
    "requests_sec",
    "req_s",
    "x_n",
    "x",
  ],
  trial: ["trial", "repeat", "repetition", "iteration", "run"],
  efficiency: ["efficiency", "efficiencies", "efficiency_percent", "scaling_efficiency", "coordination_efficiency"],
};

/** "Throughput (op/s)" → "throughput", "X(N)" → "x_n", "Agent Count" → "agent_count". */
function plainName(cell: string): string {
  const trimmed = cell.trim().toLowerCase();
  if (/^x\s*\(n\)$/.test(trimmed)) return "x_n";
  const plain = trimmed
    .replaceAll(/\(.*?\)|\[.*?\]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_+|_+$/g, "");
  return plain === "" ? trimmed : plain;
}

/** How well a name fits a role: its place in the list, or null. "throughput_ops" begins as throughput does. */
function rankOf(role: CsvRole, name: string): number | null {
  const place = NAMES[role].indexOf(name);
  if (place >= 0) return place;
  if (role === "throughput" && name.startsWith("throughput_")) return 1;
  return role === "efficiency" && name.startsWith("efficiency_") ? NAMES.efficiency.length : null;
}

export type PlacedColumns =
  | { readonly state: "placed"; readonly at: Readonly<Record<CsvRole, number | null>> }
  | { readonly state: "refused"; readonly message: string };

function refused(message: string): PlacedColumns {
  return { state: "refused", message };
}

/** "agents, speed": the header as a message shows it. */
export function headerText(header: readonly string[]): string {
  const names = header.slice(0, 12).map((name) => `"${name.trim().slice(0, 40)}"`);
  return `${names.join(", ")}${header.length > names.length ? " and more" : ""}`;
}

function bestOf(role: CsvRole, header: readonly string[]): number | null {
  const ranked = header
    .map((cell, at) => ({ at, rank: rankOf(role, plainName(cell)) }))
    .filter((one): one is { readonly at: number; readonly rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank || a.at - b.at);
  return ranked[0]?.at ?? null;
}

function chosenAt(header: readonly string[], name: string): number {
  const wanted = name.trim().toLowerCase();
  const exact = header.findIndex((cell) => cell.trim().toLowerCase() === wanted);
  return exact >= 0 ? exact : header.findIndex((cell) => plainName(cell) === plainName(name));
}

/** Finds the columns of a header, chosen ones first. The message names what is missing and what is there. */
export function placeColumns(
  header: readonly string[],
  choice: ColumnChoice | null,
  by: ChosenBy = "field",
): PlacedColumns {
  const at: Record<CsvRole, number | null> = { agents: null, throughput: null, trial: null, efficiency: null };
  const seen = new Set<string>();
  for (const cell of header) {
    const name = cell.trim().toLowerCase();
    if (name !== "" && seen.has(name)) {
      return refused(
        `The column "${cell.trim().slice(0, 40)}" is there twice. Names of columns must differ: rename one.`,
      );
    }
    seen.add(name);
  }
  for (const role of ["agents", "throughput", "trial"] as const) {
    const name = choice?.[role];
    if (name === undefined) continue;
    const place = chosenAt(header, name);
    if (place < 0) {
      return refused(`There is no column "${name.slice(0, 40)}" to read ${role} from. It has ${headerText(header)}.`);
    }
    at[role] = place;
  }
  const taken = (): ReadonlySet<number | null> => new Set(Object.values(at));
  for (const role of ["agents", "throughput", "trial", "efficiency"] as const) {
    const place = at[role] ?? bestOf(role, header);
    if (place !== null && (at[role] === place || !taken().has(place))) at[role] = place;
  }
  for (const role of ["agents", "throughput"] as const) {
    if (at[role] === null) {
      const known = role === "agents" ? "agents, threads, clients, vus or N" : "throughput, tps, qps, rps, ops or X_N";
      return refused(
        `the column "${role}" is missing: it has ${headerText(header)}, and a name such as ${known} is known. Rename one, or ${choiceHint(by, `${role}=NAME`)}.`,
      );
    }
  }
  return { state: "placed", at };
}

export type ReadColumnChoice =
  | { readonly state: "read"; readonly choice: ColumnChoice }
  | { readonly state: "refused"; readonly message: string };

/** Reads "agents=workers,throughput=rate,decimal=comma". */
export function readColumnChoice(text: string): ReadColumnChoice {
  const choice: { agents?: string; throughput?: string; trial?: string; decimal?: "point" | "comma" } = {};
  for (const part of text.split(",").filter((one) => one.trim() !== "")) {
    const cut = part.indexOf("=");
    const key = part.slice(0, cut).trim();
    const value = part.slice(cut + 1).trim();
    const shape = `"${part.slice(0, 40)}" must be agents=NAME, throughput=NAME, trial=NAME, or decimal=point or comma.`;
    if (cut < 1 || value === "" || value.length > NAME_MOST) return { state: "refused", message: shape };
    if (key === "decimal" && (value === "point" || value === "comma")) choice.decimal = value;
    else if (key === "agents" || key === "throughput" || key === "trial") choice[key] = value;
    else return { state: "refused", message: shape };
  }
  return { state: "read", choice };
}
