// The choice of the curve to plan from: the published one, the last run, a reference, or a file.
import { FolderOpen } from "lucide-react";
import { useState } from "react";
import { useBenchmark } from "../../../../session/runs/benchmark-store.ts";
import { addSeries } from "../../../../session/sources/reference-store.ts";
import { openText, useReferences } from "../../../../session/sources/references.ts";
import { curveToText } from "../../../../capacity/asked/curve-text.ts";
import { type CurveSource, defaultTexts } from "../../../../capacity/asked/planner-settings.ts";
import { type CurveForPlanning, curveOfResult, curveOfSeries } from "../../../../results/planning-rows.ts";
import type { Result } from "../../../../results/format/result.ts";
import type { Provenance } from "../../../../results/references/reference.ts";
import { ColumnsField } from "../../../../ui/columns-field.tsx";
import { FilePicker } from "../../../../ui/file-picker.tsx";
import { provenanceWords } from "../../planning/provenance-words.ts";
import type { PlannerInUse } from "../../planning/use-planner.ts";

/** A file that says it is published counts as imported: its figures may differ from the published ones. */
const sourceOf: Readonly<Record<Provenance, CurveSource>> = {
  published: "imported",
  "measured-elsewhere": "measured-elsewhere",
  recorded: "recorded",
  imported: "imported",
};

const published = "published";
const inAddress = "in-address";

interface Option {
  readonly id: string;
  readonly label: string;
  readonly take: () => string | null;
}

export function CurveSourceField({ texts, settings, change }: PlannerInUse) {
  const lastRun = useBenchmark((state) => state.run);
  const references = useReferences();
  const [columns, setColumns] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  function takeCurve({ title, rows, vcpu, run, scale }: CurveForPlanning, source: CurveSource): string | null {
    const text = curveToText(rows);
    if (text === null || text === "") {
      return text === ""
        ? "This has no row with a throughput, so no plan can be made from it."
        : `With its repeats this curve of ${rows.length} agent counts is more than the address of a plan can carry (200 counts, 16,000 characters). Leave out some of them.`;
    }
    change({ curve: "rows", rows: text, title, source, run, scale, exclude: "", vcpu: String(vcpu) });
    return null;
  }

  function takeResult(result: Result, source: CurveSource): string | null {
    const read = curveOfResult(result);
    return read.state === "curve" ? takeCurve(read.curve, source) : read.message;
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
        return takeResult(opened.result, "shared");
      case "references": {
        addSeries(opened.series);
        const [first] = opened.series;
        if (first === undefined) return `${file.name} has no series of measurements.`;
        const problem = takeCurve(curveOfSeries(first), sourceOf[first.provenance]);
        return problem ?? (opened.notes.length === 0 ? null : `${file.name}: ${opened.notes.join(" ")}`);
      }
    }
  }

  const options: readonly Option[] = [
    {
      id: published,
      label: "Published: FreeAgentics performance limits",
      take: () => {
        const { curve, rows, title, source, run, scale, exclude, vcpu } = defaultTexts;
        change({ curve, rows, title, source, run, scale, exclude, vcpu });
        return null;
      },
    },
    ...(lastRun.state === "finished"
      ? [
          {
            id: "run",
            label: "Measured here: the last run",
            take: () => takeResult(lastRun.result, "measured-here"),
          },
        ]
      : []),
    ...references.available
      .filter(({ provenance }) => provenance !== "published")
      .map((series) => ({
        id: series.id,
        label: series.title,
        take: () => takeCurve(curveOfSeries(series), sourceOf[series.provenance]),
      })),
  ];
  const isOwn = texts.curve === "rows";

  return (
    <div className="min-w-0">
      <label className="block">
        <span className="mb-1 block">Curve</span>
        <select
          className="min-h-9 w-full min-w-0 rounded border border-line-strong bg-panel px-2 text-ink"
          value={isOwn ? inAddress : published}
          onChange={(event) => {
            const chosen = options.find(({ id }) => id === event.target.value);
            if (chosen !== undefined) setProblem(chosen.take());
          }}
        >
          {isOwn ? <option value={inAddress}>{settings.title || "Untitled curve"}</option> : null}
          {options.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
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
