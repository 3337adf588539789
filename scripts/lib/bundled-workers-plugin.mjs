// Serves workers to tests in a browser as one file each: module by module, the start of a worker would take a second.
import { join } from "node:path";
import { build } from "vite";
import { kernelModules } from "./kernel-plugin.mjs";
import { root } from "./root.mjs";

/** How Vite's server marks the address of a worker. */
const MARK = "worker_file";

async function bundled(entry) {
  const { output } = await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [kernelModules()],
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { codeSplitting: false } },
    },
  });
  return output[0].code;
}

/** For runs of tests: what is served stays as it was first. @returns {import("vite").Plugin} */
export function bundledWorkers() {
  const made = new Map();
  return {
    name: "headroom-bundled-workers",
    configureServer({ config, middlewares }) {
      middlewares.use((request, response, next) => {
        const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
        if (!searchParams.has(MARK)) {
          next();
          return;
        }
        if (!made.has(pathname)) made.set(pathname, bundled(join(root, pathname)));
        made.get(pathname).then((code) => {
          for (const [name, value] of Object.entries(config.server.headers)) response.setHeader(name, value ?? "");
          response.setHeader("Content-Type", "text/javascript");
          response.end(code);
        }, next);
      });
    },
  };
}
