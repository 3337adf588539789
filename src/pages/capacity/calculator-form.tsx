// The calculator's inputs: agents, budget, reading, and the constants of the formula.
import { useState } from "react";
import { BUDGET_UNITS, type Reading } from "../../capacity/memory/memory.ts";
import { defaultSettings, withUnit } from "../../capacity/memory/calculator-settings.ts";
import { contradictionsAt } from "../../capacity/memory/guidelines.ts";
import { Button } from "../../ui/button.tsx";
import { CONSTANT_NAMES, constantSliders } from "./constant-sliders.ts";
import { Contradictions } from "./contradictions.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import type { CalculatorInUse } from "./use-calculator.ts";

const readings: readonly { readonly value: Reading; readonly label: string; readonly meaning: string }[] = [
  { value: "compounding", label: "Compounding", meaning: "Cache on base and agents, then buffer on all. The default." },
  { value: "agents-only", label: "Cache on agent memory only", meaning: "Cache on agents, then buffer on all." },
];

export function CalculatorForm({ settings, change, changeText, reset }: CalculatorInUse) {
  const inGibibytes = settings.unit === "GiB";
  const isPublished = CONSTANT_NAMES.every((name) => settings[name] === defaultSettings[name]);
  const changedWord = settings.measuredAt === "" ? "changed by you" : "as measured";
  const [isOpen, setIsOpen] = useState(() => !isPublished || globalThis.matchMedia("(min-width: 1024px)").matches);
  return (
    <form
      className="grid min-w-0 content-start gap-5"
      aria-label="What to calculate"
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="grid gap-4">
        <SliderField
          label="Agents"
          value={settings.agents}
          least={1}
          most={100}
          step={1}
          isWhole
          onText={(text) => changeText("agents", text)}
        />
        <SliderField
          label="Memory budget"
          value={settings.budget}
          least={inGibibytes ? 0.5 : 500}
          most={inGibibytes ? 16 : 16_000}
          step={inGibibytes ? 0.5 : 100}
          key={settings.unit}
          unit={
            <select
              aria-label="Unit of the budget"
              className="min-h-9 w-full rounded border border-line-strong bg-panel px-1 text-ink"
              value={settings.unit}
              onChange={(event) => {
                const unit = BUDGET_UNITS.find((known) => known === event.target.value);
                if (unit !== undefined) change(withUnit(settings, unit));
              }}
            >
              {BUDGET_UNITS.map((unit) => (
                <option key={unit}>{unit}</option>
              ))}
            </select>
          }
          onText={(text) => changeText("budget", text)}
        />
      </div>
      <fieldset className="border-t pt-4">
        <legend className="sr-only">Reading of “20% additional for the cache”</legend>
        <p aria-hidden className="mb-2 font-semibold">
          Reading of “20% additional for the cache”
        </p>
        <div className="grid gap-2">
          {readings.map(({ value, label, meaning }) => (
            <label key={value} className="grid grid-cols-[auto_1fr] items-start gap-x-2">
              <input
                type="radio"
                name="reading"
                className="mt-1"
                checked={settings.reading === value}
                onChange={() => change({ ...settings, reading: value })}
              />
              <span>
                {label}
                <span className="block text-xs text-muted">{meaning}</span>
              </span>
            </label>
          ))}
        </div>
        <Contradictions found={contradictionsAt(settings.agents).filter(({ id }) => id === "cache-twice")} />
      </fieldset>
      <details className="border-t pt-3" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="min-h-9 py-2 font-semibold">
          Constants <span className="font-normal text-muted">{isPublished ? "as published" : changedWord}</span>
        </summary>
        <div className="mt-1 grid gap-3">
          {CONSTANT_NAMES.map((name) => (
            <SliderField
              key={name}
              {...constantSliders[name]}
              value={settings[name]}
              onText={(text) => changeText(name, text)}
            />
          ))}
        </div>
      </details>
      <div>
        <Button onClick={reset}>Reset to the published values</Button>
      </div>
    </form>
  );
}
