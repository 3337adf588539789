// Bundles a TypeScript entry with Vite once per content of the sources, so that a command starts at once the next time.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { kernelModules } from "./kernel-plugin.mjs";
import { root } from "./root.mjs";

function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|json)$/.test(entry.name) && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashOfSources() {
  const hash = createHash("sha256");
  const packages = [join(root, "package.json"), join(root, "package-lock.json")];
  for (const file of [...filesBelow(join(root, "src")), ...filesBelow(join(root, "scripts")), ...packages]) {
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 20);
}

/**
 * @param {string} name the entry within scripts/, without its ending: commands/merge for scripts/commands/merge.entry.ts
 * @returns {Promise<string>} the bundle as a file: address
 */
export async function bundle(name) {
  const cache = join(root, ".cache", name);
  const outDir = join(cache, hashOfSources());
  const file = join(outDir, `${basename(name)}.entry.js`);
  if (!existsSync(file)) {
    const { build } = await import("vite");
    const making = join(cache, `making-${process.pid}`);
    const options = { outDir: making, emptyOutDir: true, minify: false, target: "node20" };
    await build({
      root,
      configFile: false,
      logLevel: "error",
      publicDir: false,
      plugins: [kernelModules()],
      // Packages go in too: Node finds no named exports in some of them.
      ssr: { noExternal: true },
      build: { ...options, ssr: join(root, "scripts", `${name}.entry.ts`) },
    });
    mkdirSync(dirname(outDir), { recursive: true });
    try {
      renameSync(making, outDir);
    } catch (error) {
      // Another process was first, with the same content.
      rmSync(making, { recursive: true, force: true });
      if (!existsSync(file)) throw error;
    }
    const old = readdirSync(cache).filter((entry) => /^[0-9a-f]{20}$/.test(entry) && join(cache, entry) !== outDir);
    for (const entry of old.slice(0, -2)) rmSync(join(cache, entry), { recursive: true, force: true });
  }
  return pathToFileURL(file).href;
}
