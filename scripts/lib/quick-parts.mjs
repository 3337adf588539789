// What `npm run check` runs, and `npm test` runs first: unit tests beside the static checks.
import { staticChecks } from "./static-checks.mjs";
import { vitestPart } from "./vitest.mjs";

/** Unit tests take longest, so they begin. */
export const quickParts = [vitestPart("unit tests", { project: "node", quiet: true }), ...staticChecks];
