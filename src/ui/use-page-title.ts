// Keeps the document's title in step with page and state.
import { useEffect } from "react";

/** Sets the title to "<text> · Headroom" while the component is shown. */
export function usePageTitle(text: string): void {
  useEffect(() => {
    document.title = `${text} · Headroom`;
  }, [text]);
}
