// About how long configurations take, as soon as what tells it has loaded: the form does not wait for that.
import { useEffect, useState } from "react";
import type { Configuration } from "../../../scenarios/contract/scenario.ts";

type TimeOf = (configuration: Configuration, hardwareConcurrency: number) => string;

let loaded: TimeOf | null = null;

/** @returns how to ask, or null while it loads, or where it cannot be fetched */
export function useTimeOf(): TimeOf | null {
  const [timeOf, setTimeOf] = useState(() => loaded);
  useEffect(() => {
    if (loaded !== null) return;
    import("./time-of.ts").then(
      (module) => {
        loaded = module.timeOf;
        setTimeOf(() => loaded);
      },
      // The next visit of the page tries again; everything else works without it.
      () => undefined,
    );
  }, []);
  return timeOf;
}
