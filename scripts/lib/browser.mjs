// Finds the browsers for the tests, or installs them.
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

/** Installs packages of Debian when root there, and does nothing elsewhere. @param what they are for, for people */
export async function installOnDebian(what, packages) {
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) return;
  console.log(`No ${what} found: installing ${packages.join(" and ")} …`);
  await run("apt-get", ["update", "-qq"], { quiet: true });
  await run("apt-get", ["install", "-y", "-qq", ...packages], {
    quiet: true,
    env: { DEBIAN_FRONTEND: "noninteractive" },
  });
}

/**
 * Playwright's own Chromium, else a system Chrome or Chromium, else Debian's package when root, else Playwright's download.
 * @returns {Promise<string>} the path of its executable; throws when none can be had
 */
export async function ensureBrowser() {
  const found = await find();
  if (found !== undefined) return found;
  await installOnDebian("Chromium", ["chromium"]);
  const installed = await find();
  if (installed !== undefined) return installed;
  console.log("No Chromium found: downloading Playwright's …");
  await run("playwright", ["install", "--with-deps", "chromium"]);
  const downloaded = await find();
  if (downloaded !== undefined) return downloaded;
  throw new Error(
    "No Chromium could be found or installed. Install Chrome or Chromium, or set HEADROOM_CHROMIUM to its path.",
  );
}

const firefoxPaths = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/snap/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/**
 * The system's own Firefox, else Debian's package when root.
 * @returns {Promise<{ path: string } | { missing: string }>} why there is none: what is for Firefox is left out then, and says so
 */
export async function findFirefox() {
  const wanted = process.env.HEADROOM_FIREFOX;
  if (wanted !== undefined && wanted !== "") {
    return existsSync(wanted)
      ? { path: wanted }
      : { missing: `HEADROOM_FIREFOX names ${wanted}, which does not exist` };
  }
  const found = () => firefoxPaths.find((path) => existsSync(path));
  if (found() === undefined) await installOnDebian("Firefox", ["firefox-esr"]);
  const path = found();
  return path === undefined
    ? { missing: "no Firefox was found or could be installed. Install it, or set HEADROOM_FIREFOX to its path" }
    : { path };
}
