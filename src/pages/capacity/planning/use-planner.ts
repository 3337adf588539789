// Keeps the planner's settings in the address, as the texts that were typed.
import { useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type AddressPage, useAddressState } from "../../../session/address/use-address-state.ts";
import { type AddressReading, textsFromParameters, textsToParameters } from "../../../capacity/asked/plan-address.ts";
import {
  defaultTexts,
  type PlannerField,
  type PlannerSettings,
  type PlannerTexts,
  settingsOf,
  withFieldText,
} from "../../../capacity/asked/planner-settings.ts";

export interface PlannerInUse {
  readonly texts: PlannerTexts;
  readonly settings: PlannerSettings;
  /** Takes one field as typed. Returns what is wrong with it, or null where it was taken. */
  readonly changeText: (field: PlannerField, text: string) => string | null;
  /** Takes several fields at once, each known to be valid. */
  readonly change: (texts: Partial<PlannerTexts>) => void;
  readonly reset: () => void;
}

export interface PlannerAddress {
  readonly reading: AddressReading;
  readonly inUse: PlannerInUse;
}

function textsOf(reading: AddressReading): PlannerTexts {
  return reading.state === "read" ? reading.texts : defaultTexts;
}

const page: AddressPage<AddressReading> = {
  to: "/capacity/plan",
  read: textsFromParameters,
  write: (reading) => textsToParameters(textsOf(reading)),
};

export function usePlanner(): PlannerAddress {
  const [reading, put] = useAddressState(useSearch({ from: page.to }), page);
  const texts = textsOf(reading);
  const settings = useMemo(() => settingsOf(texts), [texts]);
  const change = useCallback(
    (some: Partial<PlannerTexts>) =>
      put((before) => ({ state: "read", texts: { ...textsOf(before), ...some }, problems: [], isUnchecked: false })),
    [put],
  );
  const changeText = useCallback(
    (field: PlannerField, text: string) => {
      const taken = withFieldText(defaultTexts, field, text);
      if (taken.state === "refused") return taken.message;
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
  return { reading, inUse };
}
