// Keeps the settings of a profile in the address, each checked by itself.
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { fromParameters, type Problem, toParameters, withText } from "../../fields/settings.ts";
import {
  profileDefaults,
  type ProfileField,
  profileFields,
  type ProfileSettings,
} from "../../profile/profile-fields.ts";
import { useWriteSearch } from "../../session/address/use-page-address.ts";

interface SettingsInAddress {
  readonly settings: ProfileSettings;
  readonly problems: readonly Problem[];
  /** @returns what is wrong with the text, or null where it was taken */
  readonly changeText: (name: ProfileField, text: string) => string | null;
}

export function useProfileSettings(): SettingsInAddress {
  const search = useSearch({ from: "/profile" });
  const write = useWriteSearch("/profile");
  const { values: settings, problems } = useMemo(
    () => fromParameters(profileFields, profileDefaults, search),
    [search],
  );
  return {
    settings,
    problems,
    changeText: (name, text) => {
      const reading = withText(profileFields, settings, name, text);
      if (reading.state === "refused") return reading.message;
      write(toParameters(profileFields, profileDefaults, reading.value));
      return null;
    },
  };
}
