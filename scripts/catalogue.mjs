// `npm run catalogue`: writes the index of a folder of results.
import { bundle } from "./lib/bundle.mjs";

const { runCatalogue } = await import(await bundle("commands/catalogue"));
process.exitCode = runCatalogue(process.argv.slice(2));
