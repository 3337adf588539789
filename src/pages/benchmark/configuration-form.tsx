// The configuration as a form; every change goes into the address at once.
import { memo } from "react";
import { choices } from "../../measurement/run/choices.ts";
import { withFieldText, fieldToText } from "../../measurement/run/configuration-text.ts";
import type { Configuration } from "../../measurement/run/configuration.ts";
import { refusalOf } from "../../measurement/run/refusal.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";

export interface ConfigurationFormProps {
  readonly configuration: Configuration;
  readonly onChange: (configuration: Configuration) => void;
  readonly disabled: boolean;
  /** Whether workers can share memory in this page. */
  readonly canShareMemory: boolean;
}

/** What each of several choices means, one sentence each. */
function explained(options: readonly { readonly help: string }[]): string {
  return options.map(({ help }) => help).join(" ");
}

type TextFieldName = "agents" | "opsPerSecondPerAgent" | "repeats" | "windowMs" | "seed" | "workers";

export const ConfigurationForm = memo(function ConfigurationForm({
  configuration,
  onChange,
  disabled,
  canShareMemory,
}: ConfigurationFormProps) {
  const change = (part: Partial<Configuration>): void => onChange({ ...configuration, ...part });
  const text = (field: TextFieldName) => ({
    value: fieldToText(configuration, field),
    disabled,
    onText: (typed: string): string | null => {
      const reading = withFieldText(configuration, field, typed);
      if (reading.state === "invalid") return reading.message;
      onChange(reading.configuration);
      return null;
    },
  });
  const refusal = refusalOf(configuration);
  return (
    <div className="grid gap-3">
      <ChoiceField
        label="Workload"
        disabled={disabled}
        value={configuration.workload}
        options={choices.workload}
        onChange={(workload) => change({ workload })}
        help="The generative model an agent reasons with, and the world it acts in."
      />
      {configuration.workload === "explorer" ? (
        <div className="grid grid-cols-2 gap-3">
          <ChoiceField
            label="Grid"
            disabled={disabled}
            value={configuration.gridSize === 5 ? "5" : "10"}
            options={[
              { value: "5", label: "5×5" },
              { value: "10", label: "10×10" },
            ]}
            onChange={(size) => change({ gridSize: size === "5" ? 5 : 10 })}
          />
          <ChoiceField
            label="Policy length"
            disabled={disabled}
            value={configuration.policyLength === 1 ? "1" : configuration.policyLength === 2 ? "2" : "3"}
            options={[
              { value: "1", label: "1 (5 policies)" },
              { value: "2", label: "2 (25)" },
              { value: "3", label: "3 (125)" },
            ]}
            onChange={(length) => change({ policyLength: length === "1" ? 1 : length === "2" ? 2 : 3 })}
          />
        </div>
      ) : null}
      <ChoiceField
        label="Placement"
        disabled={disabled}
        value={configuration.placement}
        options={choices.placement}
        onChange={(placement) => change({ placement })}
        help={`How agents sit on threads. ${explained(choices.placement)}`}
      />
      <ChoiceField
        label="Topology"
        disabled={disabled}
        value={configuration.topology}
        options={choices.topology}
        onChange={(topology) => change({ topology })}
        help={`Who hears whom each round. Agents that hear each other read each other's posteriors, and nobody starts the next round before all have. ${explained(choices.topology)}`}
      />
      {configuration.topology === "none" ? null : (
        <ChoiceField
          label="Transport"
          disabled={disabled || !canShareMemory}
          value={canShareMemory ? configuration.transport : "message"}
          options={choices.transport}
          onChange={(transport) => change({ transport })}
          help={`How posteriors travel between workers. ${explained(choices.transport)}`}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <ChoiceField
          label="Pacing"
          disabled={disabled}
          value={configuration.pacing}
          options={[
            { value: "saturated", label: "saturated" },
            { value: "paced", label: "paced" },
          ]}
          onChange={(pacing) => change({ pacing })}
          help="Saturated runs as fast as possible. Paced offers each agent a fixed rate and counts what comes late."
        />
        {configuration.pacing === "paced" ? (
          <TextField label="op/s per agent" inputMode="decimal" {...text("opsPerSecondPerAgent")} />
        ) : (
          <TextField
            label="Workers in pool"
            {...text("workers")}
            disabled={disabled || configuration.placement !== "pool"}
          />
        )}
      </div>
      <TextField
        label="Agents"
        inputMode="numeric"
        {...text("agents")}
        help="Agent counts to measure, up to 32 of them, each from 1 to 2,000."
      />
      <div className="grid grid-cols-3 gap-3">
        <TextField label="Repeats" inputMode="numeric" {...text("repeats")} />
        <TextField label="Window, ms" inputMode="numeric" {...text("windowMs")} />
        <TextField label="Seed" inputMode="numeric" {...text("seed")} />
      </div>
      {refusal === null ? null : (
        <p role="alert" className="text-sm text-bad">
          {refusal}
        </p>
      )}
    </div>
  );
});
