// The question on top, the preset, and Run or Stop.
import { Play, Square } from "lucide-react";
import { useMemo } from "react";
import type { RunState } from "../../session/measuring/benchmark-store.ts";
import { stopMeasuring } from "../../session/measuring/current-session.ts";
import type { Configuration } from "../../measurement/run/configuration.ts";
import { estimateSeconds } from "../../measurement/run/estimate.ts";
import { refusalOf } from "../../measurement/run/refusal.ts";
import { Button } from "../../ui/button.tsx";
import { formatAboutSeconds } from "../../words/format.ts";
import { type Preset, presetOf, PRESETS } from "../../measurement/run/presets.ts";

export interface RunToolbarProps {
  readonly configuration: Configuration;
  readonly onChange: (configuration: Configuration) => void;
  readonly onRun: () => void;
  readonly state: RunState["state"];
  readonly hardwareConcurrency: number;
}

export function RunToolbar({ configuration, onChange, onRun, state, hardwareConcurrency }: RunToolbarProps) {
  const preset = presetOf(configuration);
  // Kept between drawings: a run in progress redraws the toolbar, and must not pay for estimates.
  const labels = useMemo(() => {
    const told = (name: keyof typeof PRESETS) => {
      const { label, repeats, windowMs } = PRESETS[name];
      return `${label} ${formatAboutSeconds(estimateSeconds([{ ...configuration, repeats, windowMs }], hardwareConcurrency))}`;
    };
    const custom = `Custom ${formatAboutSeconds(estimateSeconds([configuration], hardwareConcurrency))}`;
    return { quick: told("quick"), thorough: told("thorough"), custom };
  }, [configuration, hardwareConcurrency]);
  const running = state === "running";
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <label className="sr-only" htmlFor="preset">
        Preset
      </label>
      <select
        id="preset"
        className="min-h-9 rounded border border-line-strong bg-panel px-2"
        value={preset}
        disabled={running}
        onChange={(event) => {
          const chosen: Preset | undefined = (["quick", "thorough"] as const).find(
            (name) => name === event.target.value,
          );
          if (chosen === undefined) return;
          const { repeats, windowMs } = PRESETS[chosen];
          onChange({ ...configuration, repeats, windowMs });
        }}
      >
        <option value="quick">{labels.quick}</option>
        <option value="thorough">{labels.thorough}</option>
        {preset === "custom" ? <option value="custom">{labels.custom}</option> : null}
      </select>
      {running ? (
        <Button tone="primary" className="min-w-24" onClick={stopMeasuring}>
          <Square aria-hidden size={14} /> Stop
        </Button>
      ) : (
        <Button tone="primary" className="min-w-24" disabled={refusalOf(configuration) !== null} onClick={onRun}>
          <Play aria-hidden size={14} /> Run
        </Button>
      )}
    </div>
  );
}
