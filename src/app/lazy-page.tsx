// A page whose code is fetched when somebody opens it. If the server no longer has it, the error of the page says so.
import type { RouteComponent } from "@tanstack/react-router";
import type { ComponentType, ReactNode } from "react";

/** Thrown when the code of a page could not be fetched: Headroom was updated on its server, or there is no network. */
export class PageNotFetched extends Error {
  override readonly name = "PageNotFetched";
}

/** Checked at run time: the types of the router and of its pages depend on each other, so the compiler cannot do it. */
function isComponent(value: unknown): value is ComponentType {
  return typeof value === "function";
}

type Frame = ComponentType<{ readonly children: ReactNode }>;

/** What pages that read something are framed by. */
const loadQueries = (): Promise<Frame> => import("../session/sources/queries.tsx").then((module) => module.Queries);

function Bare({ children }: { readonly children: ReactNode }) {
  return children;
}

/**
 * @param name the export of the module that is the page's component
 * @param load imports the module
 */
export function lazyPage<Module>(name: keyof Module & string, load: () => Promise<Module>): RouteComponent {
  return framedPage(name, load, loadQueries);
}

/** A page that is usable before anything is read: its parts frame themselves. */
export function lazyBarePage<Module>(name: keyof Module & string, load: () => Promise<Module>): RouteComponent {
  return framedPage(name, load, () => Promise.resolve(Bare));
}

function framedPage<Module>(
  name: keyof Module & string,
  load: () => Promise<Module>,
  loadFrame: () => Promise<Frame>,
): RouteComponent {
  let loaded: { readonly Page: ComponentType; readonly Frame: Frame } | null = null;
  async function preload(): Promise<void> {
    if (loaded !== null) return;
    try {
      const [module, Frame] = await Promise.all([load(), loadFrame()]);
      const page: unknown = module[name];
      if (isComponent(page)) loaded = { Page: page, Frame };
    } catch (error) {
      // The app never reloads by itself: a run, a result that is not kept, or an opened file would be lost.
      throw new PageNotFetched("The code of this page could not be fetched.", { cause: error });
    }
  }
  function LazyPage() {
    if (loaded === null) throw new PageNotFetched("The code of this page has not been fetched.");
    const { Page, Frame } = loaded;
    return (
      <Frame>
        <Page />
      </Frame>
    );
  }
  // The router waits for `preload` before it shows the page.
  return Object.assign(LazyPage, { preload });
}
