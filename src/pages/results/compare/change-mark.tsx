// A change with its direction as an arrow, and good or bad in colour and in words for screen readers.
import type { VerdictRow } from "../../../comparison/verdict-table.ts";

export interface ChangeMarkProps {
  readonly move: VerdictRow["move"];
  readonly text: string;
  /** Without a colour of its own, where the ground has it. */
  readonly isPlain?: boolean;
}

export function ChangeMark({ move, text, isPlain = false }: ChangeMarkProps) {
  if (move === null) return text;
  const colour = move.isBetter ? "text-good" : "text-bad";
  return (
    <>
      <span aria-hidden className={isPlain ? "" : colour}>
        {move.up ? "↑" : "↓"}{" "}
      </span>
      {text}
      <span className="sr-only"> {move.isBetter ? "better" : "worse"}</span>
    </>
  );
}
