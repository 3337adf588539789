// Puts the service worker into the build, with the list of all files that it keeps.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { root } from "./root.mjs";

const NAME = "service-worker.js";
/** For hosts, for tools and for the dialog that installs the app: nothing of it is needed without a network. */
const LEFT_OUT = /^(\.vite\/|screenshots\/|_headers$|service-worker\.js$)|\.(map|gz|br)$/;
/** Kept under the address that leads to it, and last: so it is there only with all that it needs. */
const PAGE = "index.html";

/** Those first that a run needs: the network may go at any time. */
const rank = (path) => (/worker/.test(path) ? 0 : path.startsWith("assets/") ? 1 : path === PAGE ? 3 : 2);

/**
 * @param {string} directory of a build
 * @returns {{ version: string, files: string[] }} every file, as an address within the build, and a name for just these contents
 */
export function keptFiles(directory) {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !LEFT_OUT.test(path))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const hash = createHash("sha256");
  for (const path of files)
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(directory, path)))
      .update("\0");
  return { version: hash.digest("hex").slice(0, 12), files: files.map((path) => (path === PAGE ? "./" : path)) };
}

/** @returns {import("vite").Plugin} of the app's own build alone: other pages that are built with its settings have none */
export function serviceWorker() {
  let settings;
  return {
    name: "headroom-service-worker",
    apply: "build",
    configResolved(config) {
      settings = config;
    },
    writeBundle: {
      // When everything else is written.
      order: "post",
      sequential: true,
      async handler() {
        if (settings.root !== root.replace(/\/$/, "")) return;
        const outDir = join(root, settings.build.outDir);
        const { version, files } = keptFiles(outDir);
        const { build } = await import("vite");
        await build({
          root,
          configFile: false,
          publicDir: false,
          logLevel: "error",
          define: { __BUILD_VERSION__: JSON.stringify(version), __BUILD_FILES__: JSON.stringify(files) },
          build: {
            outDir,
            emptyOutDir: false,
            target: settings.build.target,
            rollupOptions: {
              input: join(root, "src", "service-worker", "service.worker.ts"),
              output: { format: "iife", entryFileNames: NAME },
            },
          },
        });
      },
    },
  };
}
