// Whether the page is as narrow as a phone, for what cannot be said in styles alone, such as the order of columns.
import { useSyncExternalStore } from "react";

/** Below the width from which styles of `sm:` apply. */
const NARROW = "(max-width: 639.98px)";

function subscribe(onChange: () => void): () => void {
  const query = globalThis.matchMedia(NARROW);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => globalThis.matchMedia(NARROW).matches);
}
