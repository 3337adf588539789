// `npm run icons`: draws the icons and screenshots of the installed app into public/, from favicon.svg and from the built app.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withBrowser } from "./lib/drive.mjs";
import { root } from "./lib/root.mjs";

const mark = readFileSync(join(root, "public", "favicon.svg"), "utf8");
/** Systems cut maskable icons to shapes of their own: the ground goes to the edge, and what counts lies in the middle 80 %. */
const maskable = mark
  .replace(/viewBox="0 0 32 32"/, 'viewBox="-5 -5 42 42"')
  .replace(/<rect [^>]*\/>/, '<rect x="-5" y="-5" width="42" height="42" fill="#0a62bd"/>');

const ICONS = [
  { name: "icon-180", size: 180, svg: maskable },
  { name: "icon-192", size: 192, svg: mark },
  { name: "icon-512", size: 512, svg: mark },
  { name: "maskable-192", size: 192, svg: maskable },
  { name: "maskable-512", size: 512, svg: maskable },
];

const pathOf = (folder, name) => join(root, "public", folder, `${name}.png`);

async function drawIcon(browser, { name, size, svg }) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const sized = svg.replace("<svg ", `<svg width="${size}" height="${size}" style="display:block" `);
  await page.setContent(`<body style="margin:0">${sized}`);
  await page.screenshot({ path: pathOf("icons", name), omitBackground: true });
  await page.close();
}

/** A result of the catalogue, so that what is shown was measured. */
async function drawScreens(browser, url) {
  const wide = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await wide.goto(`${url}#/catalogue/explorer-independent-pool.json`);
  await wide.locator("svg.recharts-surface").first().waitFor();
  await wide.waitForLoadState("networkidle");
  await wide.screenshot({ path: pathOf("screenshots", "result-wide") });
  const narrow = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  await narrow.goto(`${url}#/capacity`);
  await narrow.locator("svg.recharts-surface").first().waitFor();
  await narrow.waitForLoadState("networkidle");
  await narrow.screenshot({ path: pathOf("screenshots", "plan-narrow") });
}

for (const folder of ["icons", "screenshots"]) mkdirSync(join(root, "public", folder), { recursive: true });
await withBrowser(async (browser, url) => {
  for (const icon of ICONS) await drawIcon(browser, icon);
  await drawScreens(browser, url);
});
