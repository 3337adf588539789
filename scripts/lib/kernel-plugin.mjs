// Gives the kernel's modules to the code that loads them: `virtual:kernel/<name>` holds one, compiled from its sources.
import { KERNEL_MODULES, kernelBinary, kernelSources } from "./kernel-build.mjs";

const PREFIX = "virtual:kernel/";

/**
 * Each module is text in a chunk of its own, loaded when it is asked for: so it comes the same way in pages, workers, Node and tests,
 * and no host needs to know the type of a `.wasm` file.
 * @returns {import("vite").Plugin}
 */
export function kernelModules() {
  return {
    name: "headroom-kernel",
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
