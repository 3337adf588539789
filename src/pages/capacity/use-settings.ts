// Keeps the calculator's settings in the address.
import { useSearch } from "@tanstack/react-router";
import { type AddressPage, useAddressState } from "../../session/address/use-address-state.ts";
import {
  defaultSettings,
  type SettingName,
  type SettingProblem,
  type Settings,
  settingsFromParameters,
  settingsToParameters,
  withSettingText,
} from "../../capacity/memory/settings.ts";

interface Read {
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
}

export interface SettingsInUse {
  readonly settings: Settings;
  /** What the address said that was not understood. */
  readonly problems: readonly SettingProblem[];
  readonly change: (settings: Settings) => void;
  /** Takes one field as typed; returns what is wrong with it, or null when it was taken. */
  readonly changeText: (name: SettingName, text: string) => string | null;
  readonly reset: () => void;
}

const page: AddressPage<Read> = {
  to: "/capacity",
  read: settingsFromParameters,
  write: ({ settings }) => settingsToParameters(settings),
};

export function useSettings(): SettingsInUse {
  const [{ settings, problems }, put] = useAddressState(useSearch({ from: page.to }), page);
  const change = (next: Settings): void => put(() => ({ settings: next, problems: [] }));
  return {
    settings,
    problems,
    change,
    changeText: (name, text) => {
      const reading = withSettingText(settings, name, text);
      if (reading.state === "invalid") return reading.message;
      change(reading.settings);
      return null;
    },
    reset: () => change(defaultSettings),
  };
}
