// One session in a process of its own: prints its samples as JSON. Arguments: slow-down share, window in ms, seed.
import { recordSession } from "./regress-session.ts";

const [slow = "0", windowMs = "40", seed = "1"] = process.argv.slice(2);
const processor = process.cpuUsage();
const began = performance.now();
const samples = recordSession(Number(slow), Number(windowMs), Number(seed));
const { user, system } = process.cpuUsage(processor);
const coreShare = (user + system) / 1_000 / (performance.now() - began);
process.stdout.write(JSON.stringify({ samples, coreShare }));
