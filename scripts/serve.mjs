// Serves the built app on a given port; `--plain` leaves the isolation headers out, `--base /x/` puts it under a sub-path.
import { serve } from "./lib/server.mjs";

const [port = "4173", ...flags] = process.argv.slice(2);
const at = flags.indexOf("--base");
const { url } = await serve({
  port: Number(port),
  isolated: !flags.includes("--plain"),
  base: at === -1 ? "/" : (flags[at + 1] ?? "/"),
});
console.log(url);
