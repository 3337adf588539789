// One line about a result, within a paragraph: whether the machine was steady while it was measured.
import type { Derived } from "../../../results/derive.ts";
import type { Environment } from "../../../results/format/result.ts";
import { qualityLine } from "../../../results/quality-text.ts";
import { QualityMark } from "../../../ui/quality-mark.tsx";

export interface QualityNoteProps {
  readonly derived: Derived;
  readonly environment: Environment;
}

export function QualityNote({ derived, environment }: QualityNoteProps) {
  const line = qualityLine(derived, environment);
  if (line === null) return null;
  return (
    <span data-testid="quality" className="text-sm">
      <span className="font-semibold text-ink">
        <QualityMark state={line.state} word={`${line.word}.`} />
      </span>{" "}
      <span className="text-muted">{line.text}</span>
    </span>
  );
}
