// The shell around every page: a top bar with pages, machine and theme, and on phones a bottom bar with the pages.
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { Activity, ChartSpline, LibraryBig, MemoryStick, Timer } from "lucide-react";
import { useLastSearch } from "../session/address/last-search.ts";
import { leaveKeptRun, useBenchmark } from "../session/runs/benchmark-store.ts";
import { DroppedFiles } from "./dropped-files.tsx";
import { MachineBadge } from "./machine-badge.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

const pages = [
  { to: "/", label: "Benchmark", Icon: ChartSpline },
  { to: "/capacity", label: "Capacity", Icon: MemoryStick },
  { to: "/results", label: "Results", Icon: LibraryBig },
  { to: "/monitor", label: "Monitor", Icon: Activity },
  { to: "/profile", label: "Profile", Icon: Timer },
] as const;

/** Pages that are not in the bar and count as part of one that is. */
const partsOf: Readonly<Record<string, RegExp>> = { "/results": /^\/(compare|catalogue)(\/|$)/ };

/** Marks a page of the bar as current where one of its parts is shown. The link itself knows only its own address. */
function currentByPart(to: string, pathname: string): { readonly "aria-current"?: "page" } {
  return partsOf[to]?.test(pathname) === true ? { "aria-current": "page" } : {};
}

export function Shell() {
  const lastSearch = useLastSearch();
  const pathname = useLocation({ select: (location) => location.pathname });
  const isRunning = useBenchmark(({ run }) => run.state === "running");
  const running = <span aria-hidden className="inline-block size-2 rounded-full bg-accent" title="A run is on" />;
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        onClick={(event) => {
          // The hash of the address is the route, so this link moves the focus by itself.
          event.preventDefault();
          document.querySelector<HTMLElement>("#main")?.focus();
        }}
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded focus:bg-panel focus:px-3 focus:py-2"
      >
        Skip to content
      </a>
      <header className="sticky top-0 z-30 border-b bg-panel">
        <div className="mx-auto flex h-14 max-w-[1440px] items-center gap-6 px-4 sm:px-6">
          <Link to="/" onClick={leaveKeptRun} className="text-lg font-semibold tracking-tight text-ink no-underline">
            Headroom
          </Link>
          <nav aria-label="Pages" className="hidden h-full gap-1 sm:flex">
            {pages.map(({ to, label }) => (
              <Link
                key={to}
                to={to}
                search={lastSearch[to] ?? {}}
                className="flex items-center border-b-2 border-transparent px-3 text-muted no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
                {...currentByPart(to, pathname)}
                activeOptions={{ exact: to === "/", includeSearch: false }}
              >
                {label}
                {to === "/" && isRunning ? <span className="ml-1.5 inline-flex">{running}</span> : null}
              </Link>
            ))}
          </nav>
          <div className="ml-auto flex items-center gap-2">
            <MachineBadge />
            <ThemeSwitch />
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[1440px] flex-1 px-4 pb-24 outline-none sm:px-6 sm:pb-12"
      >
        <DroppedFiles />
        <Outlet />
      </main>
      <nav
        aria-label="Pages"
        className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-panel pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden"
      >
        {pages.map(({ to, label, Icon }) => (
          <Link
            key={to}
            to={to}
            search={lastSearch[to] ?? {}}
            className="flex min-h-14 flex-1 flex-col items-center justify-center text-xs tracking-tight text-muted no-underline aria-[current=page]:font-semibold aria-[current=page]:text-accent"
            {...currentByPart(to, pathname)}
            activeOptions={{ exact: to === "/", includeSearch: false }}
          >
            <Icon aria-hidden size={20} />
            <span className="flex items-center gap-1.5">
              {label}
              {to === "/" && isRunning ? running : null}
            </span>
          </Link>
        ))}
      </nav>
    </div>
  );
}
