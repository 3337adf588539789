// A page whose code is fetched when somebody goes there, and what happens where it is not on the server any more.
import type { RouteComponent } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { wouldLoseByReload } from "../session/measuring/unkept.ts";

/** The code of a page could not be fetched: Headroom was updated on its server, or the network is gone. */
export class PageNotFetched extends Error {
  override readonly name = "PageNotFetched";
}

const KEY = "headroom-reloaded-for";

/** Reloads the app, which finds the code of a newer Headroom; once for each page, and not where storage is blocked. */
function reloadOnce(page: string): boolean {
  try {
    if (sessionStorage.getItem(KEY) === page) return false;
    sessionStorage.setItem(KEY, page);
  } catch {
    return false;
  }
  globalThis.location.reload();
  return true;
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
      // Until the app has gone, the page that is left stays.
      if (!wouldLoseByReload() && reloadOnce(name)) await new Promise(() => undefined);
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
