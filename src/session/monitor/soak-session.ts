// Runs a soak for the Monitor page: it holds the machine, puts every entry down before anything else, and tells what happens to the tab.
import type { RecordingHeader } from "../../monitor/recording/recording.ts";
import { Watched } from "../../monitor/recording/watched.ts";
import { type Load, loadText } from "../../scenarios/soak/load.ts";
import { beginSession, endSession } from "../measuring/current-session.ts";
import { busyWords } from "../measuring/failure-words.ts";
import { endLingering } from "../measuring/lingering-lanes.ts";
import type { Hold } from "../page/exclusive.ts";
import { type Kept, monitorChanged, setMonitor, useMonitor } from "./monitor-store.ts";
import type { RecordingsDb } from "./recordings-db.ts";
import { notify } from "./notify.ts";
import { useRules } from "./rules-store.ts";
import { RecordingWriter } from "./recording-writer.ts";
import { Soak, type SoakControl, type SoakParts } from "./soak.ts";

const WHO = "A soak on the Monitor page";

export interface SoakPage extends SoakParts {
  readonly hold: () => Promise<Hold>;
  readonly openRecordings: () => Promise<RecordingsDb>;
  readonly newId: () => string;
  readonly nowIso: () => string;
  readonly browser: string;
  /** Calls back when the tab is hidden and shown. @returns ends that */
  readonly onVisibility: (callback: (isHidden: boolean) => void) => () => void;
}

let control: SoakControl | null = null;
let lastWriter: RecordingWriter | null = null;

/** The recording of the soak that lasts, or lasted last, as a file's text; null where there was none. */
export async function soakRecording(): Promise<string | null> {
  return (await lastWriter?.text()) ?? null;
}

/** The soak that lasts; null where none does. */
export function soakControl(): SoakControl | null {
  return control;
}

function changeLive(
  change: (live: Extract<ReturnType<typeof useMonitor.getState>["monitor"], { state: "live" }>) => Partial<typeof live>,
): void {
  const { monitor } = useMonitor.getState();
  if (monitor.state === "live") setMonitor({ ...monitor, ...change(monitor) });
}

/** Runs a soak until it is stopped. Does nothing while one lasts. Never throws. */
export async function runSoak(load: Load, page: SoakPage): Promise<void> {
  if (control !== null) return;
  const mine = { who: WHO, stop: () => control?.stop() };
  const earlier = beginSession(mine);
  if (earlier !== null) {
    setMonitor({ state: "idle", problem: busyWords(earlier.who) });
    return;
  }
  const hold = await page.hold();
  if (hold.state === "busy") {
    endSession(mine);
    setMonitor({ state: "idle", problem: busyWords("Another tab of Headroom") });
    return;
  }
  endLingering();
  setMonitor({ state: "beginning", load });
  const writer = new RecordingWriter(page.openRecordings, (kept) => changeLive(() => ({ kept })));
  lastWriter = writer;
  let watched: Watched | null = null;
  const soak = new Soak(load, page, {
    begun: (basis) => {
      const header: RecordingHeader = {
        format: "headroom-recording",
        version: 2,
        id: page.newId(),
        startedAt: page.nowIso(),
        title: loadText(load),
        browser: page.browser,
        rules: useRules.getState().text,
        basis,
      };
      watched = new Watched(header);
      writer.begin(header);
      setMonitor({ state: "live", load, watched, startedMs: page.nowMs(), isPaused: false, kept: { state: "kept" } });
    },
    entry: (entry) => {
      if (watched === null) return;
      for (const { text } of watched.take(entry)) notify(text);
      writer.append(entry);
      monitorChanged();
    },
    paused: (isPaused) => changeLive(() => ({ isPaused })),
  });
  control = {
    ...soakActs(soak),
    change: (next) => {
      soak.change(next);
      changeLive(() => ({ load: next }));
    },
  };
  const endVisibility = page.onVisibility((isHidden) =>
    soak.mark(
      isHidden ? "hidden" : "visible",
      isHidden ? "This tab is hidden: browsers may slow it down." : "This tab is shown again.",
    ),
  );
  const end = await soak.run().catch((error: unknown) => ({ state: "broken", reason: String(error) }) as const);
  endVisibility();
  page.lanes.reset();
  await writer.settled();
  const { monitor } = useMonitor.getState();
  const kept: Kept = monitor.state === "live" ? monitor.kept : { state: "kept" };
  control = null;
  endSession(mine);
  hold.release();
  if (watched === null) setMonitor({ state: "idle", problem: end.state === "broken" ? end.reason : null });
  else {
    const note = end.state === "broken" ? `The soak ended: ${end.reason}` : "The soak was stopped.";
    setMonitor({ state: "ended", watched, note, kept });
  }
}

function soakActs(soak: Soak): SoakControl {
  const { stop, pause, resume, change, changeRules, mark } = soak;
  return { stop, pause, resume, change, changeRules, mark };
}
