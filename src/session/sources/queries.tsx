// What pages read is asked through one client, whose code comes with the first page or part that reads something.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";

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

/** Around whatever reads; all share one client. */
export function Queries({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}
