// The files of a plan: all in one archive, or each to look at or save; and the names of its objects.
import { FileDown, FolderArchive } from "lucide-react";
import { useState } from "react";
import { dateOf } from "../../../capacity/asked/calendar.ts";
import { WORKLOAD_RESOURCES } from "../../../capacity/deployment/deployment-input.ts";
import { PLAN_FILE_KINDS, planFileAbout, type PlanFileKind } from "../../../capacity/files/plan-file-kinds.ts";
import { Button } from "../../../ui/button.tsx";
import { download, SavedNote, savedText } from "../../../ui/download.tsx";
import { ChoiceField } from "../../../ui/field.tsx";
import { deploymentInput, type PlanToExport } from "./deployment-words.ts";
import { SettingField } from "../planning/setting-field.tsx";
import type { PlannerInUse } from "../planning/use-planner.ts";

const workloadResources = WORKLOAD_RESOURCES.map((kind) => ({ value: kind, label: kind }));

export interface FilesSectionProps {
  readonly exported: PlanToExport;
  readonly inUse: PlannerInUse;
  readonly today: number;
}

interface Shown {
  readonly fileName: string;
  readonly text: string;
}

export function FilesSection({ exported, inUse, today }: FilesSectionProps) {
  const { settings, change } = inUse;
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);

  async function fileOf(kind: PlanFileKind) {
    const { planFile } = await import("../../../capacity/files/plan-files.ts");
    return planFile(kind, deploymentInput(exported, dateOf(today), __APP_VERSION__));
  }
  async function saveAll(): Promise<void> {
    const { planZip } = await import("../../../capacity/files/plan-zip.ts");
    const archive = planZip(deploymentInput(exported, dateOf(today), __APP_VERSION__), new Date());
    const name = `${settings.name}-plan.zip`;
    download(name, new Blob([archive], { type: "application/zip" }));
    setSaved(savedText("All files", name));
  }
  async function save(kind: PlanFileKind): Promise<void> {
    const { fileName, mediaType, text } = await fileOf(kind);
    download(fileName, new Blob([text], { type: mediaType }));
    setSaved(savedText("File", fileName));
  }
  async function show(kind: PlanFileKind): Promise<void> {
    const { fileName, text } = await fileOf(kind);
    setShown({ fileName, text });
  }
  function attempt(work: Promise<void>): void {
    work
      .then(() => setProblem(null))
      .catch((error: unknown) =>
        setProblem(
          error instanceof Error ? error.message : "The file could not be made. Reload the page and try again.",
        ),
      );
  }

  return (
    <section aria-labelledby="files" className="min-w-0 print:hidden">
      <h2 id="files">Take it along</h2>
      <p className="mb-3 max-w-prose text-xs text-muted">
        Each file says from which curve and assumptions it was made. Kubernetes places the processes; Headroom only
        sizes them.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button disabled={exported.details === null} onClick={() => attempt(saveAll())}>
          <FolderArchive aria-hidden size={16} /> Download all (zip)
        </Button>
      </div>
      <details className="mt-2">
        <summary className="min-h-9 py-2 font-semibold">
          Files <span className="font-normal text-muted">{PLAN_FILE_KINDS.length}, and the names in them</span>
        </summary>
        <div className="grid gap-3 sm:grid-cols-2">
          <SettingField field="name" inUse={inUse} label="Name" />
          <SettingField field="namespace" inUse={inUse} label="Namespace" />
          <SettingField field="image" inUse={inUse} label="Image" />
          <ChoiceField
            label="Workload resource"
            value={settings.workloadResource}
            options={workloadResources}
            onChange={(workloadResource) => change({ workloadResource })}
          />
          <SettingField field="prometheus" inUse={inUse} label="Prometheus address, for KEDA" />
        </div>
        <ul className="mt-3 grid rounded border bg-panel sm:grid-cols-2">
          {PLAN_FILE_KINDS.map((kind) => {
            const { label, fileName } = planFileAbout(kind, settings.name);
            const named = kind === "workload" ? settings.workloadResource : label;
            return (
              <li key={kind} className="flex min-w-0 items-center justify-between gap-2 border-b px-3 py-1.5">
                <span className="min-w-0">
                  {named}
                  <span className="block truncate text-xs text-muted">{fileName}</span>
                </span>
                <span className="flex shrink-0 gap-1">
                  <Button
                    tone="quiet"
                    className="min-h-8 px-2 text-xs"
                    aria-label={`Show ${named}`}
                    onClick={() => attempt(show(kind))}
                  >
                    Show
                  </Button>
                  <Button
                    className="min-h-8 px-2 text-xs"
                    aria-label={`Save ${named}`}
                    disabled={exported.details === null}
                    onClick={() => attempt(save(kind))}
                  >
                    <FileDown aria-hidden size={14} /> Save
                  </Button>
                </span>
              </li>
            );
          })}
        </ul>
      </details>
      <SavedNote text={saved} />
      {problem === null ? null : (
        <p role="alert" className="mt-2 text-bad">
          {problem}
        </p>
      )}
      {shown === null ? null : (
        <figure className="mt-3 min-w-0">
          <figcaption className="mb-1 flex items-center justify-between">
            <span className="font-semibold">{shown.fileName}</span>
            <Button tone="quiet" className="min-h-8 text-xs" onClick={() => setShown(null)}>
              Close
            </Button>
          </figcaption>
          <pre
            tabIndex={0}
            aria-label={shown.fileName}
            className="max-h-96 overflow-auto rounded border bg-panel p-3 font-mono text-xs"
          >
            {shown.text}
          </pre>
        </figure>
      )}
    </section>
  );
}
