// Keeps the configuration in the address: which scenario with which settings, and what of the address was not understood.
import { useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Problem } from "../../fields/settings.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import { configurationAt, textsOf } from "../../scenarios/texts.ts";
import { useWriteSearch } from "../../session/address/use-page-address.ts";

export interface ConfigurationInAddress {
  readonly configuration: Configuration;
  readonly problems: readonly Problem[];
  readonly change: (configuration: Configuration) => void;
}

export function useConfiguration(): ConfigurationInAddress {
  const search = useSearch({ from: "/" });
  const write = useWriteSearch("/");
  const { configuration, problems } = useMemo(() => configurationAt(search), [search]);
  const change = useCallback((next: Configuration) => write(textsOf(next)), [write]);
  return { configuration, problems, change };
}
