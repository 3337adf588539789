// Finds a Chromium for the tests, or installs one.
import { existsSync } from "node:fs";
import { run } from "./run.mjs";

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

async function find() {
  const wanted = process.env.HEADROOM_CHROMIUM;
  if (wanted !== undefined && wanted !== "") {
    if (!existsSync(wanted)) throw new Error(`HEADROOM_CHROMIUM names ${wanted}, which does not exist.`);
    return wanted;
  }
  const { chromium } = await import("playwright-core");
  const own = chromium.executablePath();
  return [own, ...systemPaths].find((path) => path !== "" && existsSync(path));
}

async function isDebianRoot() {
  return existsSync("/etc/debian_version") && process.getuid?.() === 0;
}

/**
 * Playwright's own Chromium, else a system Chrome or Chromium, else Debian's package when root, else Playwright's download.
 * @returns {Promise<string>} the path of its executable; throws when none can be had
 */
export async function ensureBrowser() {
  const found = await find();
  if (found !== undefined) return found;
  console.log("No Chromium found: installing one …");
  if (await isDebianRoot()) {
    await run("apt-get", ["update", "-qq"], { quiet: true });
    await run("apt-get", ["install", "-y", "-qq", "chromium"], {
      quiet: true,
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    const installed = await find();
    if (installed !== undefined) return installed;
  }
  await run("playwright", ["install", "--with-deps", "chromium"]);
  const downloaded = await find();
  if (downloaded !== undefined) return downloaded;
  throw new Error(
    "No Chromium could be found or installed. Install Chrome or Chromium, or set HEADROOM_CHROMIUM to its path.",
  );
}
