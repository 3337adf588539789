// Where the curve of a plan comes from, as the page says it.
import type { CurveSource } from "../../../capacity/asked/planner-settings.ts";

export const provenanceWords: Readonly<Record<"published" | CurveSource, string>> = {
  published: "Published, derived: every throughput is agents × 20 × efficiency.",
  "measured-here": "Measured in a browser by Headroom, as the address says.",
  shared: "From a shared result, measured elsewhere.",
  "measured-elsewhere": "Measured elsewhere, on another machine.",
  recorded: "Recorded by FreeAgentics' own benchmarks.",
  imported: "Imported. How it was measured is not known.",
};
