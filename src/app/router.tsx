// The routes: which address shows which page, and how search parameters are read and written.
import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { rememberSearch } from "../session/address/last-search.ts";
import { lazyBarePage, lazyPage } from "./lazy-page.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import { PageError } from "./page-error.tsx";
import { withPlainCatalogue } from "../session/address/plain-catalogue.ts";
import { parseSearch, type SearchText, stringifySearch, validateSearch } from "../session/address/search-text.ts";
import { Shell } from "./shell.tsx";

/** Also opens what came encoded. Few addresses need it, so it loads by itself. */
const NotFound = lazyPart("This page", () => import("./not-found.tsx").then((module) => module.NotFound));

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: () => <NotFound part={{}} fallback={null} />,
});

/** A link to a catalogue may lead to the front page or to the results. */
function toCatalogue({ search: { catalogue } }: { readonly search: SearchText }): void {
  if (catalogue !== undefined) throw redirect({ to: "/catalogue", search: { catalogue }, replace: true });
}

const benchmarkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch,
  beforeLoad: toCatalogue,
  component: lazyBarePage("BenchmarkPage", () => import("../pages/benchmark/benchmark-page.tsx")),
});

const sharedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/r/$payload",
  validateSearch,
  component: lazyPage("SharedPage", () => import("../pages/benchmark/stored/shared-page.tsx")),
});

const capacityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/capacity",
  validateSearch,
  component: lazyPage("CapacityPage", () => import("../pages/capacity/capacity-page.tsx")),
});

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/capacity/plan",
  validateSearch,
  component: lazyPage("PlannerPage", () => import("../pages/capacity/planner/planner-page.tsx")),
});

const resultsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/results",
  validateSearch,
  beforeLoad: toCatalogue,
  component: lazyPage("ResultsPage", () => import("../pages/results/results-page.tsx")),
});

const monitorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/monitor",
  validateSearch,
  component: lazyPage("MonitorPage", () => import("../pages/monitor/monitor-page.tsx")),
});

const keptRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/results/$id",
  component: lazyPage("KeptPage", () => import("../pages/benchmark/stored/kept-page.tsx")),
});

const trendRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/results/$id/trend",
  component: lazyPage("TrendPage", () => import("../pages/results/trend/trend-page.tsx")),
});

const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/compare/$sources",
  validateSearch,
  component: lazyPage("ComparePage", () => import("../pages/results/compare/compare-page.tsx")),
});

const machinesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/compare",
  component: lazyPage("MachinesPage", () => import("../pages/results/machines/machines-page.tsx")),
});

const profileRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/profile",
  validateSearch,
  component: lazyBarePage("ProfilePage", () => import("../pages/profile/profile-page.tsx")),
});

const catalogueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/catalogue",
  validateSearch,
  component: lazyPage("CataloguePage", () => import("../pages/results/catalogue/catalogue-page.tsx")),
});

const catalogueResultRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/catalogue/$file",
  validateSearch,
  component: lazyPage("CatalogueResultPage", () => import("../pages/benchmark/stored/catalogue-result-page.tsx")),
});

/** The gallery of states, for `npm run dev` alone: the condition is constant, so a build leaves page and route out. */
const developmentRoutes = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => rootRoute,
        path: "/gallery",
        component: lazyPage("GalleryPage", () => import("../pages/gallery/gallery-page.tsx")),
      }),
    ]
  : [];

const address = withPlainCatalogue(globalThis.location.href);
if (address !== null) globalThis.history.replaceState(null, "", address);

// An encoded link that is pasted into an open page is no page's address, and the router would show the front page.
globalThis.addEventListener("hashchange", () => {
  if (globalThis.location.hash.startsWith("#%"))
    void import("../session/address/plain-hash.ts").then((module) => module.openPlainHash());
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    benchmarkRoute,
    sharedRoute,
    capacityRoute,
    planRoute,
    resultsRoute,
    monitorRoute,
    keptRoute,
    trendRoute,
    compareRoute,
    machinesRoute,
    profileRoute,
    catalogueRoute,
    catalogueResultRoute,
    ...developmentRoutes,
  ]),
  history: createHashHistory(),
  // For each page, so that the shell around it stays.
  defaultErrorComponent: PageError,
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
