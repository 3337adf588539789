// Owns the routes: which address shows which page, and how search parameters are read and written.
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { rememberSearch } from "../session/address/last-search.ts";
import { NotFound } from "./not-found.tsx";
import { PageError } from "./page-error.tsx";
import { withPlainCatalogue } from "../session/address/plain-catalogue.ts";
import { parseSearch, type SearchText, stringifySearch, validateSearch } from "../session/address/search-text.ts";
import { Shell } from "./shell.tsx";

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: PageError });

/** A link to a catalogue may name the front page or the results. */
function toCatalogue({ search: { catalogue } }: { readonly search: SearchText }): void {
  if (catalogue !== undefined) throw redirect({ to: "/catalogue", search: { catalogue }, replace: true });
}

const benchmarkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch,
  beforeLoad: toCatalogue,
  component: lazyRouteComponent(() => import("../pages/benchmark/benchmark-page.tsx"), "BenchmarkPage"),
});

const sharedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/r/$payload",
  component: lazyRouteComponent(() => import("../pages/benchmark/stored/shared-page.tsx"), "SharedPage"),
});

const capacityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/capacity",
  validateSearch,
  component: lazyRouteComponent(() => import("../pages/capacity/capacity-page.tsx"), "CapacityPage"),
});

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/capacity/plan",
  validateSearch,
  component: lazyRouteComponent(() => import("../pages/capacity/planner/planner-page.tsx"), "PlannerPage"),
});

const resultsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/results",
  validateSearch,
  beforeLoad: toCatalogue,
  component: lazyRouteComponent(() => import("../pages/results/results-page.tsx"), "ResultsPage"),
});

const keptRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/results/$id",
  component: lazyRouteComponent(() => import("../pages/benchmark/stored/kept-page.tsx"), "KeptPage"),
});

const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/compare/$sources",
  validateSearch,
  component: lazyRouteComponent(() => import("../pages/results/compare/compare-page.tsx"), "ComparePage"),
});

const catalogueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/catalogue",
  validateSearch,
  component: lazyRouteComponent(() => import("../pages/results/catalogue/catalogue-page.tsx"), "CataloguePage"),
});

const catalogueResultRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/catalogue/$file",
  validateSearch,
  component: lazyRouteComponent(
    () => import("../pages/benchmark/stored/catalogue-result-page.tsx"),
    "CatalogueResultPage",
  ),
});

const address = withPlainCatalogue(globalThis.location.href);
if (address !== null) globalThis.history.replaceState(null, "", address);

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    benchmarkRoute,
    sharedRoute,
    capacityRoute,
    planRoute,
    resultsRoute,
    keptRoute,
    compareRoute,
    catalogueRoute,
    catalogueResultRoute,
  ]),
  history: createHashHistory(),
  parseSearch,
  stringifySearch,
});

router.subscribe("onResolved", ({ toLocation }) => {
  rememberSearch(toLocation.pathname, validateSearch(toLocation.search));
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
