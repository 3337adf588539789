// `npm run layers`: writes lint rules, the types of the pure layers and the drawing from the table of layers.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writtenFiles } from "./layers/written.mjs";
import { root } from "./lib/root.mjs";
import { run } from "./lib/run.mjs";

const files = writtenFiles();
for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
const { code } = await run("oxfmt", Object.keys(files));
process.exit(code);
