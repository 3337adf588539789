// Gives the kernel's modules to the code that loads them: `virtual:kernel/<name>` holds one, compiled from its sources.
import { KERNEL_MODULES, kernelBinary, kernelSources } from "./kernel-build.mjs";

const PREFIX = "virtual:kernel/";

/**
 * Each module is text in a chunk of its own, loaded when it is asked for: so it comes the same way in pages, workers, Node and tests,
 * and no host needs to know the type of a `.wasm` file.
 * @param {{ all?: boolean }} compiled `all` compiles every module when a build begins, also those that nothing loads yet
 * @returns {import("vite").Plugin}
 */
export function kernelModules({ all = false } = {}) {
  return {
    name: "headroom-kernel",
    async buildStart() {
      if (all && !this.meta.watchMode) await Promise.all(KERNEL_MODULES.map(kernelBinary));
    },
    resolveId: (source) => (source.startsWith(PREFIX) ? `\0${source}` : null),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const name = id.slice(PREFIX.length + 1);
      if (!KERNEL_MODULES.includes(name)) throw new Error(`There is no kernel ${name}: ${KERNEL_MODULES.join(", ")}`);
      for (const file of kernelSources()) this.addWatchFile(file);
      const text = Buffer.from(await kernelBinary(name)).toString("base64");
      return `export const binary = ${JSON.stringify(text)};`;
    },
  };
}

/** For tests: compiles every module before the first test, which then need no longer limits. */
export async function setup() {
  await Promise.all(KERNEL_MODULES.map(kernelBinary));
}
