// Owns how the page says where a plan's curve comes from.
import type { CurveSource } from "../../../capacity/asked/planner-settings.ts";

export const provenanceWords: Readonly<Record<"published" | CurveSource, string>> = {
  published: "Published, derived: every throughput is agents × 20 × efficiency.",
  "measured-here": "Measured in a browser by Headroom, as the address says.",
  shared: "From a shared result, measured elsewhere.",
  "measured-elsewhere": "Measured elsewhere, on another machine.",
  recorded: "Recorded by FreeAgentics' own benchmarks.",
  imported: "Imported; how it was measured is not known.",
};
