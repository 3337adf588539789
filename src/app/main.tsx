// Starts the app: one query client, one router, one root.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router.tsx";
import { preloadRun } from "../session/runs/run-control.ts";
import "./styles.css";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: 1,
      refetchOnWindowFocus: false,
      // The library and a local server answer without a network. A query that fails without one waits for the network.
      networkMode: "offlineFirst",
    },
  },
});

const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has no element with id root.");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
preloadRun();
