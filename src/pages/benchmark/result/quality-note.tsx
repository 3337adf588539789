// One line on top of a result: whether the machine was steady while it was measured.
import type { Derived } from "../../../results/derive.ts";
import type { Environment } from "../../../results/format/result.ts";
import { qualityLine } from "../../../results/quality-text.ts";

const looks = {
  steady: { mark: "●", colour: "text-good" },
  unsteady: { mark: "▲", colour: "text-warn" },
  useless: { mark: "■", colour: "text-bad" },
  unknown: { mark: "◌", colour: "text-muted" },
} as const;

export interface QualityNoteProps {
  readonly derived: Derived;
  readonly environment: Environment;
}

export function QualityNote({ derived, environment }: QualityNoteProps) {
  const line = qualityLine(derived, environment);
  if (line === null) return null;
  const { mark, colour } = looks[line.state];
  return (
    <p data-testid="quality" className="text-sm">
      <span className={`font-semibold ${colour}`}>
        <span aria-hidden>{mark}</span> {line.word}.
      </span>{" "}
      <span className="text-muted">{line.text}</span>
    </p>
  );
}
