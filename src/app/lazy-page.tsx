// A page whose code is fetched when somebody goes there. Where it is not on the server any more, the page's error says so.
import type { RouteComponent } from "@tanstack/react-router";
import type { ComponentType } from "react";

/** The code of a page could not be fetched: Headroom was updated on its server, or the network is gone. */
export class PageNotFetched extends Error {
  override readonly name = "PageNotFetched";
}

/** The router's types come from its pages, and theirs from the router: the type of a page cannot be asked for here. */
function isComponent(value: unknown): value is ComponentType {
  return typeof value === "function";
}

/** @param name of the component in its module */
export function lazyPage<Module>(name: keyof Module & string, load: () => Promise<Module>): RouteComponent {
  let Page: ComponentType | null = null;
  async function preload(): Promise<void> {
    if (Page !== null) return;
    try {
      const page: unknown = (await load())[name];
      if (isComponent(page)) Page = page;
    } catch (error) {
      // The app is never reloaded by itself: a run, a result that is not kept, or an opened file would be lost.
      throw new PageNotFetched("The code of this page could not be fetched.", { cause: error });
    }
  }
  function LazyPage() {
    if (Page === null) throw new PageNotFetched("The code of this page has not been fetched.");
    return <Page />;
  }
  // The router waits for it before it shows the page.
  return Object.assign(LazyPage, { preload });
}
