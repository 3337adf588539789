// Unit tests: `node` runs pure code in Node, `browser` runs workers and storage in a real Chromium.
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

const executablePath = process.env["HEADROOM_CHROMIUM"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: ["src/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["src/**/*.browser.test.ts"],
        },
      },
      {
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
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath === undefined ? {} : { executablePath }),
                args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
