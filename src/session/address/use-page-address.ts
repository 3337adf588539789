// The address of a page, for what it writes there itself.
import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { rememberSearch } from "./last-search.ts";
import { type AddressOfPage, writeSearch } from "./page-address.ts";
import type { SearchText } from "./search-text.ts";

type AddressPath = "/" | "/capacity" | "/capacity/plan" | "/monitor" | "/profile";

/** @returns always the same object for the same page */
export function usePageAddress(to: AddressPath): AddressOfPage {
  const router = useRouter();
  return useMemo(
    () => ({
      isHere: () => router.history.location.pathname === to,
      // The page stays where it is scrolled to: a click that follows an edit must find its button where it was.
      write: (search) => void router.navigate({ to, search, replace: true, resetScroll: false }),
      remember: (search) => rememberSearch(to, search),
    }),
    [router, to],
  );
}

/** @returns a function that writes parameters at once, without history; always the same one */
export function useWriteSearch(to: AddressPath): (search: SearchText) => void {
  const address = usePageAddress(to);
  return useMemo(() => (search: SearchText) => writeSearch(address, search), [address]);
}
