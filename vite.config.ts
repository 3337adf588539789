// Builds the static app: relative paths, so that it works under any sub-path of any host.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { kernelModules } from "./scripts/lib/kernel-plugin.mjs";
import { serviceWorker } from "./scripts/lib/service-worker-plugin.mjs";
import packageJson from "./package.json" with { type: "json" };

const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  // Another site's catalogue is read from where its address says.
  "connect-src 'self' https: http:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The policy goes into the built page alone: the development server needs inline scripts. */
function contentSecurity(): Plugin {
  return {
    name: "headroom-content-security",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** Puts the documents that a page leads to beside it, so that they are there wherever it is. */
function documents(names: readonly string[]): Plugin {
  return {
    name: "headroom-documents",
    apply: "build",
    generateBundle() {
      for (const name of names) {
        this.emitFile({ type: "asset", fileName: `docs/${name}`, source: readFileSync(`docs/${name}`, "utf8") });
      }
    },
  };
}

/**
 * Takes one histogram class alone. The package's browser bundle also holds a WebAssembly build, and evaluates text as code,
 * which the content policy forbids.
 */
function oneHistogram(): Plugin {
  const name = "hdr-histogram-js";
  const file = join(dirname(createRequire(import.meta.url).resolve(name)), "Int32Histogram.js");
  return {
    name: "headroom-one-histogram",
    enforce: "pre",
    resolveId: (source) => (source === name ? `\0${name}` : null),
    load: (id) =>
      id === `\0${name}`
        ? `import module from ${JSON.stringify(file)}; export const Int32Histogram = module.default ?? module;`
        : null,
  };
}

/** Asks for a part of the app by an address that the browser does not remember as failed; one that came is kept. */
const askAgain =
  "globalThis.headroomAskAgain=((failed)=>(file,load)=>{const n=failed.get(file)??0;return load(`${file}?again=${n}`).catch((error)=>{failed.set(file,n+1);throw error})})(new Map());";

/**
 * Lets a part that could not be fetched be fetched later. Browsers remember for the life of a page that the address of a module
 * failed, and never ask for it again.
 */
function fetchedLater(): Plugin {
  const dynamic = /import\(([`"'])(\.\/[\w.-]+\.js)\1\)/g;
  return {
    name: "headroom-fetched-later",
    apply: "build",
    generateBundle: {
      // After Vite has listed what each part needs.
      order: "post",
      handler(_, bundle) {
        for (const part of Object.values(bundle)) {
          if (part.type !== "chunk") continue;
          part.code = part.code.replaceAll(
            dynamic,
            (found, quote: string, file: string) =>
              `${found}.catch(()=>headroomAskAgain(${quote}${file}${quote},(address)=>import(address)))`,
          );
          if (part.isEntry) part.code = askAgain + part.code;
        }
      },
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    tailwindcss(),
    contentSecurity(),
    oneHistogram(),
    fetchedLater(),
    kernelModules({ all: true }),
    documents(["ci.md"]),
    serviceWorker(),
  ],
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  server: { headers: isolation },
  preview: { headers: isolation },
  worker: { format: "es", plugins: () => [oneHistogram(), kernelModules()] },
  build: { target: "es2022", manifest: true, sourcemap: false },
});
