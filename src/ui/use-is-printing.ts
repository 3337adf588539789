// Whether the page is being put on paper, so that what only paper shows is drawn then and at no other time.
import { useSyncExternalStore } from "react";

const paper = globalThis.matchMedia("print");
let isPrinting = false;

function subscribe(changed: () => void): () => void {
  const begin = (): void => {
    isPrinting = true;
    changed();
  };
  const end = (): void => {
    isPrinting = false;
    changed();
  };
  globalThis.addEventListener("beforeprint", begin);
  globalThis.addEventListener("afterprint", end);
  paper.addEventListener("change", changed);
  return () => {
    globalThis.removeEventListener("beforeprint", begin);
    globalThis.removeEventListener("afterprint", end);
    paper.removeEventListener("change", changed);
  };
}

/** True from the moment a print begins, before the browser lays out the paper. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinting || paper.matches);
}
