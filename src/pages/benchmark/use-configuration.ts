// Keeps the configuration in the address: reading it, writing it, and telling what was not understood.
import { useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import {
  configurationFromParameters,
  configurationToParameters,
  type ParameterProblem,
} from "../../measurement/run/configuration-text.ts";
import type { Configuration } from "../../measurement/run/configuration.ts";
import { useWriteSearch } from "../../session/address/use-page-address.ts";

export interface ConfigurationInAddress {
  readonly configuration: Configuration;
  readonly problems: readonly ParameterProblem[];
  readonly change: (configuration: Configuration) => void;
}

export function useConfiguration(): ConfigurationInAddress {
  const search = useSearch({ from: "/" });
  const write = useWriteSearch("/");
  const { configuration, problems } = useMemo(() => configurationFromParameters(search), [search]);
  const change = useCallback((next: Configuration) => write(configurationToParameters(next)), [write]);
  return { configuration, problems, change };
}
