// The command behind `npm run fleet`: writes the files of a fleet, and prints the lines that run it.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fleetFiles, fleetLines } from "../../src/fleet/fleet-files.ts";
import { plain } from "../../src/words/plain-text.ts";
import { BadInput, writeText } from "./command-files.ts";
import { type FleetArguments, fleetHelp, readFleetArguments } from "./fleet-arguments.ts";
import { inShell } from "../lib/in-shell.mjs";

/** Who writes the files, and when: given by the script. */
export interface FleetSurroundings {
  readonly headroomVersion: string;
  /** ISO 8601. */
  readonly now: string;
}

function write({ request, out }: FleetArguments, { headroomVersion, now }: FleetSurroundings): void {
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    throw new BadInput(`--out ${out} cannot be made: ${error instanceof Error ? error.message : String(error)}`);
  }
  const files = fleetFiles(request, { headroomVersion, on: now.slice(0, 10) });
  for (const { name, text } of files) writeText(join(out, name), text);
  console.log(`${files.map(({ name }) => join(out, name)).join(", ")} are written. To run the fleet, in bash:\n`);
  console.log(fleetLines(request, inShell([out])).join("\n"));
}

/** @param args the arguments @returns the exit code; never throws for bad input */
export function runFleet(args: readonly string[], around: FleetSurroundings): 0 | 2 {
  const read = readFleetArguments(args, around.now);
  switch (read.state) {
    case "help":
      console.log(fleetHelp);
      return 0;
    case "refused":
      console.error(plain(read.message));
      return 2;
    case "read":
      try {
        write(read.options, around);
        return 0;
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        console.error(plain(error.message));
        return 2;
      }
  }
}
