// The choice of the curve to plan from: measured here, of the catalogue, a reference, the published one, or a file.
import { FolderOpen } from "lucide-react";
import { useState } from "react";
import { addSeries } from "../../../../session/sources/reference-store.ts";
import { openText } from "../../../../session/sources/references.ts";
import { defaultTexts } from "../../../../capacity/asked/planner-settings.ts";
import { curveOfSeries } from "../../../../results/planning-rows.ts";
import { CURVE_SOURCES, plannedCurve } from "../../../../results/planned-curve.ts";
import { ColumnsField } from "../../../../ui/columns-field.tsx";
import { FilePicker } from "../../../../ui/file-picker.tsx";
import { provenanceWords } from "../../planning/provenance-words.ts";
import type { PlannerInUse } from "../../planning/use-planner.ts";
import { curveOf, type TakenCurve, useCurveSources } from "./curve-sources.ts";

const published = "published";
const inAddress = "in-address";

export function CurveSourceField({ texts, settings, change }: PlannerInUse) {
  const groups = useCurveSources();
  const [columns, setColumns] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  function put(taken: TakenCurve): string | null {
    if (taken.state === "none") return taken.message;
    const planned = plannedCurve(taken.curve, taken.source);
    if (planned.state === "refused") return planned.message;
    change(planned.texts);
    return null;
  }

  async function open(file: File): Promise<string | null> {
    const { readColumnChoice } = await import("../../../../results/references/csv-columns.ts");
    const chosen = columns.trim() === "" ? null : readColumnChoice(columns);
    if (chosen?.state === "refused") return chosen.message;
    const opened = await openText(file.name, await file.text(), chosen?.choice ?? null);
    switch (opened.state) {
      case "refused":
        return `${file.name}: ${opened.message}`;
      case "result":
        return put(curveOf(opened.result, "shared"));
      case "references": {
        addSeries(opened.series);
        const [first] = opened.series;
        if (first === undefined) return `${file.name} has no series of measurements.`;
        const unput = put({ state: "curve", curve: curveOfSeries(first), source: CURVE_SOURCES[first.provenance] });
        return unput ?? (opened.notes.length === 0 ? null : `${file.name}: ${opened.notes.join(" ")}`);
      }
    }
  }

  function choose(id: string): void {
    if (id === published) {
      const { curve, rows, title, source, run, scale, pymdp, exclude, vcpu } = defaultTexts;
      change({ curve, rows, title, source, run, scale, pymdp, exclude, vcpu });
      setProblem(null);
      return;
    }
    const option = groups.flatMap(({ options }) => options).find((one) => one.id === id);
    option
      ?.take()
      .then((taken) => setProblem(put(taken)))
      .catch((error: unknown) =>
        setProblem(error instanceof Error ? error.message : "This curve could not be read. Try again."),
      );
  }

  const isOwn = texts.curve === "rows";

  return (
    <div className="min-w-0">
      <label className="block">
        <span className="mb-1 block">Curve</span>
        <select
          className="min-h-9 w-full min-w-0 rounded border border-line-strong bg-panel px-2 text-ink"
          value={isOwn ? inAddress : published}
          onChange={(event) => choose(event.target.value)}
        >
          {isOwn ? <option value={inAddress}>{settings.title || "Untitled curve"}</option> : null}
          <option value={published}>Published: FreeAgentics performance limits</option>
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <div className="mt-2 flex items-start justify-between gap-3">
        <p className="text-xs text-muted">{provenanceWords[isOwn ? settings.source : "published"]}</p>
        <FilePicker
          className="shrink-0"
          label="Result, reference or CSV file to plan from"
          accept=".json,.csv,.txt,application/json,text/csv"
          bytesMost={5_000_000}
          tooLarge="no result takes more than 5 MB"
          onFile={open}
        >
          <FolderOpen aria-hidden size={14} /> Open file …
        </FilePicker>
      </div>
      <ColumnsField value={columns} onChange={setColumns} />
      {problem === null ? null : (
        <p role="alert" className="mt-2 text-sm text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}
