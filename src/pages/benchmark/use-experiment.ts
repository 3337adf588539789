// Keeps the experiment in the address: which scenario with which settings, and what of the address was not understood.
import { useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Problem } from "../../fields/settings.ts";
import type { Experiment } from "../../scenarios/contract/scenario.ts";
import { experimentAt, textsOfExperiment } from "../../scenarios/texts.ts";
import { useWriteSearch } from "../../session/address/use-page-address.ts";

export interface ExperimentInAddress {
  readonly experiment: Experiment;
  readonly problems: readonly Problem[];
  readonly change: (experiment: Experiment) => void;
}

export function useExperiment(): ExperimentInAddress {
  const search = useSearch({ from: "/" });
  const write = useWriteSearch("/");
  const { experiment, problems } = useMemo(() => experimentAt(search), [search]);
  const change = useCallback((next: Experiment) => write(textsOfExperiment(next)), [write]);
  return { experiment, problems, change };
}
