// A page whose code is fetched when somebody opens it. If the server no longer has it, the error of the page says so.
import type { RouteComponent } from "@tanstack/react-router";
import type { ComponentType } from "react";

/** Thrown when the code of a page could not be fetched: Headroom was updated on its server, or there is no network. */
export class PageNotFetched extends Error {
  override readonly name = "PageNotFetched";
}

/** Checked at run time: the types of the router and of its pages depend on each other, so the compiler cannot do it. */
function isComponent(value: unknown): value is ComponentType {
  return typeof value === "function";
}

/**
 * @param name the export of the module that is the page's component
 * @param load imports the module
 */
export function lazyPage<Module>(name: keyof Module & string, load: () => Promise<Module>): RouteComponent {
  let Page: ComponentType | null = null;
  async function preload(): Promise<void> {
    if (Page !== null) return;
    try {
      const page: unknown = (await load())[name];
      if (isComponent(page)) Page = page;
    } catch (error) {
      // The app never reloads by itself: a run, a result that is not kept, or an opened file would be lost.
      throw new PageNotFetched("The code of this page could not be fetched.", { cause: error });
    }
  }
  function LazyPage() {
    if (Page === null) throw new PageNotFetched("The code of this page has not been fetched.");
    return <Page />;
  }
  // The router waits for `preload` before it shows the page.
  return Object.assign(LazyPage, { preload });
}
