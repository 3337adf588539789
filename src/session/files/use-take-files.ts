// Takes files in, however they came; the code for that loads with the first of them.
import { type RegisteredRouter, useRouter } from "@tanstack/react-router";
import { validateSearch } from "../address/search-text.ts";
import type { ResultsGo } from "./take-files.ts";
import { tell } from "./told.ts";

/** @param resultsGo where results go */
export async function takeInto(router: RegisteredRouter, files: readonly File[], resultsGo: ResultsGo): Promise<void> {
  if (files.length === 0) return;
  const { pathname, search } = router.state.location;
  const from = router.history.location.pathname;
  const isHere = (): boolean => router.history.location.pathname === from;
  const loaded = await import("./take-files.ts").catch(() => null);
  if (loaded === null) tell(["The code that opens files could not be fetched. Try again."]);
  else {
    const navigate = router.navigate;
    await loaded.takeFiles(files, { pathname, search: validateSearch(search), navigate, isHere }, resultsGo);
  }
}

/** @param resultsGo where results go @returns a function that takes files in */
export function useTakeFiles(resultsGo: ResultsGo = "page"): (files: FileList | null | undefined) => void {
  const router = useRouter();
  return (files) => void takeInto(router, [...(files ?? [])], resultsGo);
}
