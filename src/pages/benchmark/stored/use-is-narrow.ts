// Whether the window is as narrow as a phone, where what is done seldom goes into a menu.
import { useSyncExternalStore } from "react";

const narrow = globalThis.matchMedia("(max-width: 639px)");

function subscribe(changed: () => void): () => void {
  narrow.addEventListener("change", changed);
  return () => narrow.removeEventListener("change", changed);
}

export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
