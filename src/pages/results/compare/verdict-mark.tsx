// A verdict as a word with its mark and colour.
import type { VerdictRow } from "../../../comparison/verdict-table.ts";

const marks: Readonly<Record<VerdictRow["verdict"], { readonly mark: string; readonly colour: string }>> = {
  improved: { mark: "●", colour: "text-good" },
  "no-change": { mark: "●", colour: "text-muted" },
  "within-noise": { mark: "◌", colour: "text-warn" },
  minor: { mark: "▲", colour: "text-warn" },
  warning: { mark: "▲", colour: "text-warn" },
  critical: { mark: "■", colour: "text-bad" },
  inconclusive: { mark: "◌", colour: "text-muted" },
  "not-comparable": { mark: "✕", colour: "text-muted" },
  missing: { mark: "■", colour: "text-bad" },
};

export interface VerdictMarkProps {
  readonly verdict: VerdictRow["verdict"];
  readonly text: string;
  /** Without a colour of its own, where the ground has it. */
  readonly isPlain?: boolean;
}

export function VerdictMark({ verdict, text, isPlain = false }: VerdictMarkProps) {
  return (
    <>
      <span aria-hidden className={isPlain ? "" : marks[verdict].colour}>
        {marks[verdict].mark}{" "}
      </span>
      {text}
    </>
  );
}
