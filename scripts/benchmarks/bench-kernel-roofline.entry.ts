// The lines that `npm run bench:kernel -- --roofline` prints: a table for each model, and whether the aim was met.
import type { RooflineRow } from "../../src/profile/roofline/roofline.ts";
import {
  ROOFLINE_FIGURES,
  type RooflineCells,
  rooflineCells,
  rooflineHeads,
} from "../../src/profile/roofline/roofline-table.ts";
import { formatPercent } from "../../src/words/format.ts";

const AIM = { title: "explorer 5×5, length 1", least: 0.6 };

const COLUMNS = ["placement", ...ROOFLINE_FIGURES, "share"] as const satisfies readonly (keyof RooflineCells)[];

export function rooflineLines(title: string, rows: readonly RooflineRow[]): readonly string[] {
  const cells = rows.map(rooflineCells);
  const lines = [rooflineHeads, ...cells].map((line) =>
    COLUMNS.map((id, at) => (at === 0 ? line[id].padEnd(32) : line[id].padStart(17))).join(""),
  );
  const aimed = title === AIM.title ? rows.filter(({ placement }) => placement === "batched") : [];
  const verdicts = aimed.map(({ precision, share }) => {
    const verdict = share >= AIM.least ? "met" : "missed";
    return `  ${verdict}: ${formatPercent(share)} of the roof in ${precision}; aimed at ${formatPercent(AIM.least)}`;
  });
  return [`\n${title}, 256 agents on each worker`, ...lines, ...verdicts];
}
