// Unit tests: `node` runs pure code in Node, `commands` starts the real commands, `browser` runs workers and storage in a real
// Chromium, `firefox` what must be the same in Firefox. Time limits are there to end what hangs: they leave room for a machine several times slower than this one.
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { kernelModules } from "./scripts/lib/kernel-plugin.mjs";
import { bundledWorkers } from "./scripts/lib/bundled-workers-plugin.mjs";

const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

const executablePath = process.env["HEADROOM_CHROMIUM"];
const firefoxPath = process.env["HEADROOM_FIREFOX"];

export default defineConfig({
  test: {
    // Compiles the kernel where its sources have changed.
    globalSetup: ["scripts/lib/kernel-plugin.mjs"],
    projects: [
      {
        plugins: [kernelModules()],
        test: {
          name: "node",
          include: ["src/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["**/*.browser.test.ts", "**/*.command.test.ts"],
          // Files share the modules of their process, which halves the time: nothing here keeps state in a module.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "commands",
          include: ["scripts/**/*.command.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        plugins: [kernelModules(), bundledWorkers()],
        server: { headers: isolation },
        // What workers alone import is found late, and a page that reloads for it loses its tests.
        optimizeDeps: {
          include: [
            "hdr-histogram-js",
            "pure-rand/distribution/uniformFloat64",
            "pure-rand/generator/xoroshiro128plus",
          ],
        },
        test: {
          name: "browser",
          include: ["src/**/*.browser.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath === undefined ? {} : { executablePath }),
                args: [
                  "--no-sandbox",
                  "--disable-background-networking",
                  "--disable-component-update",
                  // Memory is measured at once instead of with the next garbage collection, up to 20 s later.
                  "--enable-blink-features=ForceEagerMeasureMemory",
                ],
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      // What must be the same bits in every engine.
      {
        plugins: [kernelModules()],
        server: { headers: isolation },
        test: {
          name: "firefox",
          include: ["src/inference/kernel/kernel.browser.test.ts"],
          testTimeout: 180_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            // The system's own Firefox, by WebDriver BiDi.
            provider: playwright({
              launchOptions: {
                channel: "moz-firefox",
                ...(firefoxPath === undefined ? {} : { executablePath: firefoxPath }),
              },
            }),
            instances: [{ browser: "firefox" }],
          },
        },
      },
    ],
  },
});
