// Keeps the planner's settings in step with the address: at once on the page, a moment later in the address.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  type AddressReading,
  defaultTexts,
  type PlannerField,
  type PlannerSettings,
  type PlannerTexts,
  settingsOf,
  textsFromParameters,
  textsToParameters,
  withFieldText,
} from "../../../capacity/planner-settings.ts";

/** Browsers limit how often an address may change; a slider changes more often. */
const WRITE_AFTER_MS = 200;

interface Kept {
  readonly address: string;
  /** The parameters that this page wrote last, as text; null after others were read. */
  readonly written: string | null;
  readonly reading: AddressReading;
}

export interface PlannerInUse {
  readonly texts: PlannerTexts;
  readonly settings: PlannerSettings;
  /** Takes one field as typed; returns what is wrong with it, or null when it was taken. */
  readonly changeText: (field: PlannerField, text: string) => string | null;
  /** Takes several fields at once, each known to be valid. */
  readonly change: (texts: Partial<PlannerTexts>) => void;
  readonly reset: () => void;
}

export interface PlannerAddress {
  readonly reading: AddressReading;
  readonly inUse: PlannerInUse;
}

export function usePlanner(): PlannerAddress {
  const search = useSearch({ from: "/capacity/plan" });
  const navigate = useNavigate();
  const address = JSON.stringify(search);
  const [kept, setKept] = useState<Kept>(() => ({ address, written: null, reading: textsFromParameters(search) }));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  let current = kept;
  if (kept.address !== address) {
    // What this page wrote itself is known already, and may be behind the form; anything else is read anew.
    const isOwn = address === kept.written;
    current = isOwn ? { ...kept, address } : { address, written: null, reading: textsFromParameters(search) };
    setKept(current);
  }
  const foreignAddress = current.written === null ? current.address : null;
  useEffect(() => {
    if (foreignAddress !== null) clearTimeout(timer.current);
  }, [foreignAddress]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const texts = textsOf(current);
  const settings = useMemo(() => settingsOf(texts), [texts]);
  const latest = useRef(texts);
  useEffect(() => {
    latest.current = texts;
  }, [texts]);

  const change = useCallback(
    (some: Partial<PlannerTexts>) => {
      setKept((before) => ({
        ...before,
        reading: { state: "read", texts: { ...textsOf(before), ...some }, problems: [] },
      }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const parameters = textsToParameters(latest.current);
        setKept((before) => ({ ...before, written: JSON.stringify(parameters) }));
        void navigate({ to: "/capacity/plan", search: parameters, replace: true });
      }, WRITE_AFTER_MS);
    },
    [navigate],
  );
  const changeText = useCallback(
    (field: PlannerField, text: string) => {
      const reading = withFieldText(defaultTexts, field, text);
      if (reading.state === "invalid") return reading.message;
      change({ [field]: text });
      return null;
    },
    [change],
  );
  const reset = useCallback(() => change(defaultTexts), [change]);

  const inUse = useMemo(
    () => ({ texts, settings, changeText, change, reset }),
    [texts, settings, changeText, change, reset],
  );
  return { reading: current.reading, inUse };
}

function textsOf({ reading }: Kept): PlannerTexts {
  return reading.state === "read" ? reading.texts : defaultTexts;
}
