// Prints a table that fills: over itself in a terminal, once at its end elsewhere.
import type { Table, TableRow } from "../../src/scenarios/contract/table.ts";

const marks = { good: "●", warn: "▲", bad: "■" } as const;

function statusText({ status }: TableRow): string {
  return status === null ? "–" : `${marks[status.tone]} ${status.word}`;
}

/** The table as lines, each column as wide as its longest text. */
export function tableLines({ axis, columns, rows, statusHelp }: Table): string[] {
  const heads = [
    axis.label,
    ...columns.map(({ label, unit }) => (unit === null ? label : `${label} ${unit}`)),
    ...(statusHelp === null ? [] : ["Status"]),
  ];
  const body = rows.map((row) => [
    row.head,
    ...columns.map(({ id }) => {
      const cell = row.cells[id];
      return cell?.detail === undefined ? (cell?.text ?? "–") : `${cell.text} (${cell.detail})`;
    }),
    ...(statusHelp === null ? [] : [statusText(row)]),
  ]);
  const widths = heads.map((head, at) => Math.max(head.length, ...body.map((cells) => cells[at]?.length ?? 0)));
  const isLeft = (at: number) => at === 0 || (statusHelp !== null && at === heads.length - 1);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (isLeft(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(heads), ...body.map(line)];
}

/** The part of a terminal that is written to. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export class Screen {
  readonly #terminal: Terminal;
  #height = 0;
  #table: readonly string[] = [];
  #progress = "";

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  #erase(): void {
    if (this.#height > 0) this.#terminal.write(`\u001B[${this.#height}A\u001B[J`);
    this.#height = 0;
  }

  #draw(): void {
    if (this.#terminal.isTTY !== true) return;
    this.#erase();
    // A line that wraps would be two, and could not be erased as one.
    const width = (this.#terminal.columns ?? 80) - 1;
    const lines = [...this.#table, this.#progress].map((line) => line.slice(0, width));
    this.#terminal.write(`${lines.join("\n")}\n`);
    this.#height = lines.length;
  }

  table(table: Table): void {
    this.#table = tableLines(table);
    this.#draw();
  }

  progress(text: string): void {
    this.#progress = text;
    this.#draw();
  }

  /** Leaves the table standing, in full. */
  end(): void {
    this.#erase();
    for (const line of this.#table) this.#terminal.write(`${line}\n`);
  }
}
