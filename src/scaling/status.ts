// The words for efficiency ("Optimal" … "Practical limit"), in the bands of the published table.

/** From best to worst. Each begins at its least efficiency, a share. They reproduce the published column. */
const STATUS_BANDS = [
  { word: "Optimal", tone: "good", least: 0.95 },
  { word: "Good", tone: "good", least: 0.8 },
  { word: "Acceptable", tone: "good", least: 0.7 },
  { word: "Degraded", tone: "warn", least: 0.5 },
  { word: "Poor", tone: "warn", least: 0.4 },
  { word: "Inefficient", tone: "bad", least: 0.3 },
  { word: "Practical limit", tone: "bad", least: Number.NEGATIVE_INFINITY },
] as const;

export interface Status {
  readonly word: string;
  readonly tone: "good" | "warn" | "bad";
  /** Why, in a few words; absent where the word says it. */
  readonly why?: string;
}

/** @param efficiency a share (1 is 100 %). There are several efficiencies, so the caller's header says which one it is. */
export function statusOf(efficiency: number): Status {
  const { word, tone } = STATUS_BANDS.find(({ least }) => efficiency >= least) ?? STATUS_BANDS[6];
  return { word, tone };
}

function bandText({ word, least }: (typeof STATUS_BANDS)[number], index: number): string {
  if (!Number.isFinite(least)) return `${word} below.`;
  const percent = String(Math.round(least * 100));
  return index === 0 ? `${word} from ${percent}%` : `${word} ${percent}`;
}

/** The bands in one sentence. */
export const STATUS_BANDS_TEXT = STATUS_BANDS.map(bandText).join(", ");
