// A change with its direction as an arrow, and good or bad in colour and in words for screen readers.
import type { VerdictRow } from "../../../comparison/verdict-table.ts";

export interface ChangeMarkProps {
  readonly move: VerdictRow["move"];
  readonly text: string;
}

export function ChangeMark({ move, text }: ChangeMarkProps) {
  if (move === null) return text;
  return (
    <>
      <span aria-hidden className={move.isBetter ? "text-good" : "text-bad"}>
        {move.up ? "↑" : "↓"}{" "}
      </span>
      {text}
      <span className="sr-only"> {move.isBetter ? "better" : "worse"}</span>
    </>
  );
}
