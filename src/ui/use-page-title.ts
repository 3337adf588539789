// Sets the title of the document: the page, its state, and the name of the app. What stood in for the page goes once it is drawn.
import { useEffect, useLayoutEffect } from "react";

/** Sets the title to "<text> · Headroom" while the component is shown. */
export function usePageTitle(text: string): void {
  useEffect(() => {
    document.title = `${text} · Headroom`;
  }, [text]);
  // A selector of CSS that looks for a heading would be asked at every change of the page, which takes a tenth of its start.
  useLayoutEffect(() => {
    delete document.documentElement.dataset["front"];
  }, []);
}
