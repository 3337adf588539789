// The Monitor page: a load that acts for hours, its figures live, and recordings of it that are played back.
import { useSearch } from "@tanstack/react-router";
import { Play } from "lucide-react";
import { useCallback, useMemo } from "react";
import { fromParameters, toParameters } from "../../fields/settings.ts";
import { type Load, loadFields, loadRefusal, standardLoad } from "../../scenarios/soak/load.ts";
import { useWriteSearch } from "../../session/address/use-page-address.ts";
import { startSoakHere } from "../../session/monitor/monitor-here.ts";
import { useMonitor } from "../../session/monitor/monitor-store.ts";
import { openReplayText } from "../../session/monitor/replay.ts";
import { Button } from "../../ui/button.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { usePageTitle } from "../../ui/use-page-title.ts";
import { KeptSoaks } from "./kept-soaks.tsx";
import { LoadForm } from "./load-form.tsx";
import { MonitorHead } from "./monitor-head.tsx";
import { MonitorStage } from "./monitor-stage.tsx";
import { RECORDING_BYTES_MOST } from "./replay-bar.tsx";

const titles = {
  idle: "Monitor",
  beginning: "Calibrating",
  live: "Soaking",
  ended: "Soak ended",
  replay: "Replay",
} as const;

const startsWide = globalThis.matchMedia("(min-width: 1024px)").matches;

export function MonitorPage() {
  const search = useSearch({ from: "/monitor" });
  const write = useWriteSearch("/monitor");
  const { values: load, problems } = useMemo(() => fromParameters(loadFields, standardLoad, search), [search]);
  const change = useCallback((next: Load) => write(toParameters(loadFields, standardLoad, next)), [write]);
  const { monitor } = useMonitor();
  usePageTitle(titles[monitor.state]);
  const isBusy = monitor.state === "beginning" || monitor.state === "live";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 pt-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <MonitorHead />
        {isBusy ? null : (
          <div className="flex flex-wrap gap-2">
            <FilePicker
              label="Recording to play back"
              accept=".ndjson,application/x-ndjson"
              bytesMost={RECORDING_BYTES_MOST}
              tooLarge="more than any recording takes"
              onFile={async (file) => openReplayText(await file.text())}
            >
              Open recording …
            </FilePicker>
            <Button
              tone="primary"
              className="min-w-24"
              disabled={loadRefusal(load) !== null}
              onClick={() => void startSoakHere(load)}
            >
              <Play aria-hidden size={14} /> Start
            </Button>
          </div>
        )}
      </div>
      {problems.length === 0 ? null : (
        <ul className="rounded border border-warn bg-panel p-3">
          {problems.map(({ parameter, text, message }) => (
            <li key={parameter}>
              ▲ The address asks for {parameter}={text}. {message}
            </li>
          ))}
        </ul>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 lg:grid-cols-[300px_minmax(0,1fr)]">
        <div className="grid content-start gap-4">
          <details open={startsWide}>
            <summary className="mb-3 font-semibold">Load</summary>
            <LoadForm load={load} onChange={change} disabled={monitor.state === "beginning"} />
          </details>
          {isBusy ? null : <KeptSoaks moment={monitor.state} />}
        </div>
        <MonitorStage load={load} />
      </div>
    </div>
  );
}
