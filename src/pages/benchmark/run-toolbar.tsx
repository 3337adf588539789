// How much is measured, and Run or Stop.
import { Play, Square } from "lucide-react";
import { useMemo } from "react";
import { isPreset } from "../../scenarios/contract/presets.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import { withSettings } from "../../scenarios/texts.ts";
import type { RunState } from "../../session/runs/benchmark-store.ts";
import { stopMeasuring } from "../../session/measuring/current-session.ts";
import { Button } from "../../ui/button.tsx";
import { useTimeOf } from "./questions/use-time-of.ts";

export interface RunToolbarProps {
  readonly configuration: Configuration;
  readonly onChange: (configuration: Configuration) => void;
  readonly onRun: () => void;
  readonly state: RunState["state"];
  readonly hardwareConcurrency: number;
}

const CUSTOM = "custom";

export function RunToolbar({ configuration, onChange, onRun, state, hardwareConcurrency }: RunToolbarProps) {
  const timeOf = useTimeOf();
  // Kept between drawings: a run in progress redraws the toolbar, and must not pay for estimates.
  const options = useMemo(() => {
    const labelled = (label: string, one: Configuration) =>
      timeOf === null ? label : `${label} ${timeOf(one, hardwareConcurrency)}`;
    const presets = configuration.scenario.presets.map((preset) => ({
      name: preset.name,
      label: labelled(preset.label, withSettings(configuration, preset.settings)),
      isChosen: isPreset(configuration, preset),
    }));
    const chosen = presets.find(({ isChosen }) => isChosen)?.name ?? CUSTOM;
    return { presets, chosen, custom: labelled("Custom", configuration) };
  }, [configuration, hardwareConcurrency, timeOf]);
  const running = state === "running";

  function choose(name: string): void {
    const preset = configuration.scenario.presets.find((one) => one.name === name);
    if (preset !== undefined) onChange(withSettings(configuration, preset.settings));
  }

  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 print:hidden">
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
        <Button tone="primary" className="min-w-24" disabled={configuration.refusal !== null} onClick={onRun}>
          <Play aria-hidden size={14} /> Run
        </Button>
      )}
    </div>
  );
}
