// Keeps the calculator's settings in the address.
import { useSearch } from "@tanstack/react-router";
import type { Problem } from "../../fields/settings.ts";
import { type AddressPage, useAddressState } from "../../session/address/use-address-state.ts";
import {
  defaultSettings,
  type SettingName,
  type CalculatorSettings,
  settingsFromParameters,
  settingsToParameters,
  withSettingText,
} from "../../capacity/memory/calculator-settings.ts";

interface AddressState {
  readonly settings: CalculatorSettings;
  readonly problems: readonly Problem[];
}

export interface CalculatorInUse {
  readonly settings: CalculatorSettings;
  /** What was not understood in the address. */
  readonly problems: readonly Problem[];
  readonly change: (settings: CalculatorSettings) => void;
  /** Takes one field as typed. Returns what is wrong with it, or null where it was taken. */
  readonly changeText: (name: SettingName, text: string) => string | null;
  readonly reset: () => void;
}

const page: AddressPage<AddressState> = {
  to: "/capacity",
  read: settingsFromParameters,
  write: ({ settings }) => settingsToParameters(settings),
};

export function useCalculator(): CalculatorInUse {
  const [{ settings, problems }, put] = useAddressState(useSearch({ from: page.to }), page);
  const change = (next: CalculatorSettings): void => put(() => ({ settings: next, problems: [] }));
  return {
    settings,
    problems,
    change,
    changeText: (name, text) => {
      const reading = withSettingText(settings, name, text);
      if (reading.state === "refused") return reading.message;
      change(reading.value);
      return null;
    },
    reset: () => change(defaultSettings),
  };
}
