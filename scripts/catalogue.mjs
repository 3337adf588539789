// Owns `npm run catalogue`: makes the index of a folder of results anew.
import { bundle } from "./lib/bundle.mjs";

const { runCatalogue } = await import(await bundle("catalogue"));
process.exitCode = runCatalogue(process.argv.slice(2));
