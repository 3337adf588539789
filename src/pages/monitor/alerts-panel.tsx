// Every alert rule with its state, what fired and when, and whether to be told beyond the page.
import { memo, useState } from "react";
import type { Watched } from "../../monitor/recording/watched.ts";
import { allowDesktop, allowSound, useNotices } from "../../session/monitor/notify.ts";
import { formatCounted, formatMeasured } from "../../words/format.ts";
import { clockText } from "./figures.ts";
import { RulesEditor } from "./rules-editor.tsx";

const looks = {
  unknown: "◌ not yet",
  inactive: "● quiet",
  pending: "◔ pending",
  firing: "▲ firing",
  recovering: "◕ recovering",
  "no data": "◌ no data",
  error: "– not here",
} as const;

const FIRED_SHOWN = 10;

export interface AlertsPanelProps {
  readonly watched: Watched;
  readonly revision: number;
}

function Notices() {
  const { desktop, sound } = useNotices();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <fieldset className="flex flex-wrap gap-x-4">
      <legend className="sr-only">Tell me beyond this page</legend>
      <label className="inline-flex min-h-8 items-center gap-1">
        <input
          type="checkbox"
          checked={desktop}
          onChange={(event) => void allowDesktop(event.target.checked).then(setProblem)}
        />
        Desktop notification
      </label>
      <label className="inline-flex min-h-8 items-center gap-1">
        <input type="checkbox" checked={sound} onChange={(event) => allowSound(event.target.checked)} />
        Sound
      </label>
      {problem === null ? null : (
        <span role="alert" className="self-center text-sm text-bad">
          {problem}
        </span>
      )}
    </fieldset>
  );
}

export const AlertsPanel = memo(function AlertsPanel({ watched: { alerts } }: AlertsPanelProps) {
  const { entries, dropped } = alerts.timeline;
  const shown = entries.slice(-FIRED_SHOWN).toReversed();
  return (
    <section aria-labelledby="alerts" className="grid gap-3">
      <h2 id="alerts">Alerts</h2>
      <ul className="grid gap-1">
        {alerts.status.map(({ group, rule, state, error }) => {
          const value = alerts.valueOf(rule);
          return (
            <li
              key={JSON.stringify([group, rule.name, rule.condition, [...rule.labels]])}
              className="grid gap-x-3 sm:grid-cols-[7rem_minmax(0,1fr)]"
              data-state={state}
            >
              <span className={state === "firing" ? "text-bad" : state === "pending" ? "text-warn" : "text-muted"}>
                {looks[state]}
              </span>
              <span className="flex flex-wrap gap-x-3">
                <span className="font-semibold">{rule.name}</span>
                <span className="text-muted">
                  {rule.condition.selector.metric}{" "}
                  {rule.condition.kind === "absent"
                    ? "is absent"
                    : `${rule.condition.comparator} ${rule.condition.threshold}${value === null ? "" : `, now ${formatMeasured(value)}`}`}
                </span>
                {error === null ? null : <span className="text-muted">{error}</span>}
              </span>
            </li>
          );
        })}
      </ul>
      {shown.length === 0 ? null : (
        <ol aria-label="What fired" className="grid gap-1 text-sm">
          {shown.map(({ rule, firedAtMs, resolvedAtMs, value }) => (
            <li key={`${rule} ${firedAtMs}`}>
              {clockText(firedAtMs)} {rule} fired at {formatMeasured(value)}
              {resolvedAtMs === null ? ", and still fires." : `, until ${clockText(resolvedAtMs)}.`}
            </li>
          ))}
        </ol>
      )}
      {entries.length - shown.length + dropped === 0 ? null : (
        <p className="text-xs text-muted">
          {formatCounted(entries.length - shown.length + dropped, "earlier alert")} not shown.
        </p>
      )}
      <Notices />
      <RulesEditor />
    </section>
  );
});
