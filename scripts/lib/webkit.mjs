// Finds the system's WebKitGTK with its driver and a display, or installs them, and starts both.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { installOnDebian } from "./browser.mjs";
import { freePort } from "./playwright.mjs";
import { WebDriver } from "./webdriver.mjs";

const DRIVER = "/usr/bin/WebKitWebDriver";
const XVFB = "/usr/bin/Xvfb";
const shells = ["x86_64", "aarch64"].flatMap((machine) =>
  ["4.1", "4.0"].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
);

function found() {
  const shell = shells.find((path) => existsSync(path));
  return shell !== undefined && existsSync(DRIVER) && existsSync(XVFB) ? shell : undefined;
}

/** @returns {Promise<{ shell: string } | { missing: string }>} why there is none: what is for WebKit is left out then, and says so */
export async function findWebKit() {
  if (process.platform !== "linux") return { missing: "WebKitGTK is of Linux alone" };
  if (found() === undefined) await installOnDebian("WebKitGTK", ["webkit2gtk-driver", "xvfb"]);
  const shell = found();
  if (shell === undefined)
    return { missing: "no WebKitWebDriver with MiniBrowser and Xvfb was found or could be installed" };
  try {
    await withWebKit(shell, async () => undefined);
    return { shell };
  } catch (error) {
    return { missing: `it could not be started: ${error instanceof Error ? error.message : error}` };
  }
}

const READY_MOST_MS = 30_000;

/** Asks until the driver answers. */
async function ready(address) {
  for (const endMs = Date.now() + READY_MOST_MS; Date.now() < endMs;) {
    const answer = await fetch(`${address}/status`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("WebKitWebDriver did not answer.");
}

/**
 * Starts WebKitGTK on a display of its own.
 * @param {string} shell path of MiniBrowser
 * @param {(driver: WebDriver, version: string) => Promise<void>} use
 */
export async function withWebKit(shell, use) {
  // Xvfb chooses a free display, and tells it.
  const display = spawn(XVFB, ["-displayfd", "3", "-screen", "0", "1280x1024x24"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise((resolve, reject) => {
    display.once("error", reject);
    display.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    display.stdio[3].once("data", (text) => resolve(String(text).trim()));
  });
  const port = await freePort();
  const started = spawn(DRIVER, [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: `:${number}`,
      // Of LANG=C it makes the language "C", which is none.
      LC_ALL: "en_US.UTF-8",
      // Its sandbox needs namespaces, which containers often have not; only our own pages are opened.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      WEBKIT_DISABLE_DMABUF_RENDERER: "1",
      LIBGL_ALWAYS_SOFTWARE: "1",
    },
  });
  const driver = new WebDriver(`http://127.0.0.1:${port}`);
  try {
    await ready(`http://127.0.0.1:${port}`);
    const version = await driver.begin({
      "webkitgtk:browserOptions": { binary: shell, args: ["--automation"] },
    });
    await use(driver, version);
  } finally {
    await driver.end().catch(() => undefined);
    started.kill();
    display.kill();
  }
}
