// `npm start`: installs what is missing, builds, serves with isolation headers and prints the URL.
import { join } from "node:path";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { precompress } from "./lib/precompress.mjs";
import { root } from "./lib/root.mjs";
import { run } from "./lib/run.mjs";
import { serve } from "./lib/server.mjs";

const port = Number(process.env.PORT ?? 4173);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT is "${process.env.PORT}". Give a whole number from 0 to 65535.`);
  process.exit(2);
}

try {
  await ensureDependencies();
  const built = await run("vite", ["build", "--logLevel", "warn"]);
  if (built.code !== 0) throw new Error("The build failed. Its message is above.");
  precompress(join(root, "dist"));
  const server = await serveOnFreePort(port);
  console.log(`\nHeadroom is at ${server.url}  (Ctrl+C ends it)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function serveOnFreePort(wanted) {
  try {
    return await serve({ port: wanted });
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    console.log(`Port ${wanted} is taken, so another one is used. Set PORT to choose it.`);
    return serve({ port: 0 });
  }
}
