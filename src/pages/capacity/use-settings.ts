// Keeps the settings in step with the address: at once on the page, a moment later in the address, without history.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import {
  defaultSettings,
  type SettingName,
  type SettingProblem,
  type Settings,
  settingsFromParameters,
  settingsToParameters,
  withSettingText,
} from "../../capacity/settings.ts";

/** Browsers limit how often an address may change; a slider changes more often. */
const WRITE_AFTER_MS = 200;

interface Kept {
  /** The parameters that were read or written last, as text. */
  readonly address: string;
  /** The parameters that this page wrote last, as text; null after others were read. */
  readonly written: string | null;
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

export function useSettings(): SettingsInUse {
  const search = useSearch({ from: "/capacity" });
  const navigate = useNavigate();
  const address = JSON.stringify(search);
  const [kept, setKept] = useState<Kept>(() => ({ address, written: null, ...settingsFromParameters(search) }));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  let current = kept;
  if (kept.address !== address) {
    // What this page wrote itself is known already, and may be behind the form; anything else is read anew.
    const isOwn = address === kept.written;
    current = isOwn
      ? { ...kept, address, problems: [] }
      : { address, written: null, ...settingsFromParameters(search) };
    setKept(current);
  }
  const foreignAddress = current.written === null ? current.address : null;
  useEffect(() => {
    if (foreignAddress !== null) clearTimeout(timer.current);
  }, [foreignAddress]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function change(settings: Settings): void {
    setKept((before) => ({ ...before, settings }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const parameters = settingsToParameters(settings);
      setKept((before) => ({ ...before, written: JSON.stringify(parameters) }));
      void navigate({ to: "/capacity", search: parameters, replace: true });
    }, WRITE_AFTER_MS);
  }

  return {
    settings: current.settings,
    problems: current.problems,
    change,
    changeText: (name, text) => {
      const reading = withSettingText(current.settings, name, text);
      if (reading.state === "invalid") return reading.message;
      change(reading.settings);
      return null;
    },
    reset: () => change(defaultSettings),
  };
}
