// The top of the Monitor page: the question, and what the soak answers so far.
import { useMonitor } from "../../session/monitor/monitor-store.ts";
import { formatInstant } from "../../words/format.ts";
import { monitorSentence } from "./monitor-sentence.ts";

export function MonitorHead() {
  const { monitor } = useMonitor();
  const watched = "watched" in monitor ? monitor.watched : null;
  const sentence = watched === null ? null : monitorSentence(watched);
  return (
    <div className="max-w-[920px]">
      <h1 className={sentence === null ? "" : "answered"}>Does a load stay well for hours?</h1>
      {sentence === null ? null : (
        <p className="text-lg font-semibold text-pretty sm:text-xl" data-testid="monitor-sentence">
          {sentence}
        </p>
      )}
      {watched === null ? (
        <p className="mt-1 text-muted">
          Start has agents act until you stop them, and shows their figures every two seconds. Every interval is
          recorded in this browser, so that a reload loses none. Nothing is uploaded.
        </p>
      ) : (
        <p className="mt-1 text-muted">
          {watched.header.title} · {watched.header.browser} · begun {formatInstant(watched.header.startedAt)}
        </p>
      )}
      {monitor.state === "idle" && monitor.problem !== null ? (
        <p role="alert" className="mt-3 rounded border border-bad bg-panel p-3 text-bad">
          {monitor.problem}
        </p>
      ) : null}
    </div>
  );
}
