// At which speed a plan is made: that of its curve, pymdp's, or another multiple of what the curve has.
import type { PlanningCurve } from "../../../capacity/asked/planning-curve.ts";
import { numberText } from "../../../words/number-text.ts";

/** What the rows of a curve are, where a plan is made at a multiple of them. */
const rowWords: Readonly<Record<PlanningCurve["provenance"], string>> = {
  published: "what was published",
  "measured-here": "what was measured",
  shared: "what was measured",
  "measured-elsewhere": "what was measured",
  recorded: "what was recorded",
  imported: "what the curve has",
};

function timesText(scale: number): string {
  return `${numberText(scale, { maximumSignificantDigits: 3 })} times`;
}

/** "at pymdp's speed, 0.0024 times what was measured", "at 2 times what was published"; null at the speed of the curve. */
export function speedText({ scale, pymdpScale, provenance }: PlanningCurve): string | null {
  if (scale === 1) return null;
  const times = `${timesText(scale)} ${rowWords[provenance]}`;
  return scale === pymdpScale ? `at pymdp's speed, ${times}` : `at ${times}`;
}

interface OtherSpeed {
  /** What the button says that plans at this speed. */
  readonly label: string;
  readonly scale: number;
}

const ownSpeed: Readonly<Record<PlanningCurve["provenance"], string>> = {
  published: "Plan at the published speed",
  "measured-here": "Plan at the measured speed",
  shared: "Plan at the measured speed",
  "measured-elsewhere": "Plan at the measured speed",
  recorded: "Plan at the recorded speed",
  imported: "Plan at the curve's own speed",
};

/** The other speeds that the same curve can be planned at: its own, and pymdp's where that is known. */
export function otherSpeeds({ scale, pymdpScale, provenance }: PlanningCurve): readonly OtherSpeed[] {
  return [
    ...(scale === 1 ? [] : [{ label: ownSpeed[provenance], scale: 1 }]),
    ...(pymdpScale === null || pymdpScale === scale
      ? []
      : [{ label: `Plan at pymdp's speed (${timesText(pymdpScale)})`, scale: pymdpScale }]),
  ];
}
