// Starts and ends runs for the page. What measures loads right after the page is usable, so that it comes first.
import type { Configuration } from "../../measurement/run/configuration.ts";
import { setRun } from "./benchmark-store.ts";

const session = () => import("./run-session.ts");

/** Fetches what a run needs, so that Run begins at once, and also when the network is gone by then. */
export function preloadRun(): void {
  // A failure is told when Run is pressed.
  session().catch(() => undefined);
}

/** Measures a configuration. Does nothing while a run is in progress. */
export async function startRun(configuration: Configuration): Promise<void> {
  try {
    const { startRun: start } = await session();
    await start(configuration);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "it did not load";
    setRun({ state: "broken", message: `The run could not be started: ${reason}. Reload the page and try again.` });
  }
}

/** Ends the run in progress at once and keeps what is finished. */
export function stopRun(): void {
  void session().then(({ stopRun: stop }) => stop());
}
