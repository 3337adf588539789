// How much is measured, and Run or Stop.
import { Play, Square } from "lucide-react";
import { useMemo } from "react";
import { estimateRange } from "../../measurement/run/estimate.ts";
import { isPreset } from "../../scenarios/contract/presets.ts";
import type { Experiment } from "../../scenarios/contract/scenario.ts";
import { withSettings } from "../../scenarios/texts.ts";
import type { RunState } from "../../session/runs/benchmark-store.ts";
import { stopMeasuring } from "../../session/measuring/current-session.ts";
import { Button } from "../../ui/button.tsx";
import { formatAboutRange } from "../../words/format.ts";

export interface RunToolbarProps {
  readonly experiment: Experiment;
  readonly onChange: (experiment: Experiment) => void;
  readonly onRun: () => void;
  readonly state: RunState["state"];
  readonly hardwareConcurrency: number;
}

const CUSTOM = "custom";

export function RunToolbar({ experiment, onChange, onRun, state, hardwareConcurrency }: RunToolbarProps) {
  // Kept between drawings: a run in progress redraws the toolbar, and must not pay for estimates.
  const options = useMemo(() => {
    const about = (one: Experiment) => formatAboutRange(...estimateRange([one], hardwareConcurrency));
    const presets = experiment.scenario.presets.map((preset) => ({
      name: preset.name,
      label: `${preset.label} ${about(withSettings(experiment, preset.settings))}`,
      isChosen: isPreset(experiment, preset),
    }));
    const chosen = presets.find(({ isChosen }) => isChosen)?.name ?? CUSTOM;
    return { presets, chosen, custom: `Custom ${about(experiment)}` };
  }, [experiment, hardwareConcurrency]);
  const running = state === "running";

  function choose(name: string): void {
    const preset = experiment.scenario.presets.find((one) => one.name === name);
    if (preset !== undefined) onChange(withSettings(experiment, preset.settings));
  }

  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <label className="sr-only" htmlFor="preset">
        Preset
      </label>
      <select
        id="preset"
        className="min-h-9 rounded border border-line-strong bg-panel px-2"
        value={options.chosen}
        disabled={running}
        onChange={(event) => choose(event.target.value)}
      >
        {options.presets.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
        {options.chosen === CUSTOM ? <option value={CUSTOM}>{options.custom}</option> : null}
      </select>
      {running ? (
        <Button tone="primary" className="min-w-24" onClick={stopMeasuring}>
          <Square aria-hidden size={14} /> Stop
        </Button>
      ) : (
        <Button tone="primary" className="min-w-24" disabled={experiment.refusal !== null} onClick={onRun}>
          <Play aria-hidden size={14} /> Run
        </Button>
      )}
    </div>
  );
}
