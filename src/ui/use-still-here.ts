// Whether a person is still on the page where they asked for something that takes a while: then they may be taken to it.
import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";

/** @returns a function that remembers the page; what it returns tells whether nobody has begun to go to another one since */
export function useStillHere(): () => () => boolean {
  const router = useRouter();
  return useCallback(() => {
    const { pathname } = router.history.location;
    return () => router.history.location.pathname === pathname;
  }, [router]);
}
