// The names of the models that are known in this browser: results hold a hash alone, and are called by the name where it is known here.
import { type QueryClient, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { withModelNames } from "../../workloads/model-reference.ts";
import { keptModelNames } from "../models/kept-models.ts";

const key = ["model names"] as const;

/** @returns puts the names of models into a text, in place of their hashes; as it is until they are read. Only inside Queries */
export function useModelNames(): (text: string) => string {
  const { data } = useQuery({ queryKey: key, queryFn: keptModelNames });
  return useMemo(() => (data === undefined ? (text) => text : (text) => withModelNames(text, data)), [data]);
}

/** A model was given with its name. */
export function modelNamesChanged(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: key });
}
