// Sets the title of the document: the page, its state, and the name of the app.
import { useEffect } from "react";

/** Sets the title to "<text> · Headroom" while the component is shown. */
export function usePageTitle(text: string): void {
  useEffect(() => {
    document.title = `${text} · Headroom`;
  }, [text]);
}
