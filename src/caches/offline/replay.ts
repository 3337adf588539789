// A policy alone on a trace: what it would have found, without keys, values or time.
import { makeReplacement } from "../policies/registry.ts";
import type { PolicyKind } from "../policies/policy-names.ts";
import { NONE } from "../policies/slot-list.ts";
import type { Trace } from "./next-use.ts";

/** @returns whether each request was found, 1 or 0 */
export function replay(policy: PolicyKind, slots: number, { requests, keys }: Trace): Uint8Array {
  const found = new Uint8Array(requests.length);
  if (slots === 0) return found;
  const replacement = makeReplacement(policy, slots);
  const slotOf = new Int32Array(keys).fill(NONE);
  const keyIn = new Int32Array(slots).fill(NONE);
  let used = 0;
  for (let at = 0; at < requests.length; at += 1) {
    const key = requests[at] ?? 0;
    const known = slotOf[key] ?? NONE;
    if (known !== NONE) {
      replacement.hit(known);
      found[at] = 1;
      continue;
    }
    let slot = used;
    if (used < slots) used += 1;
    else {
      slot = replacement.victim();
      slotOf[keyIn[slot] ?? 0] = NONE;
    }
    slotOf[key] = slot;
    keyIn[slot] = key;
    // The numbers of keys stand for hashes: they are all different.
    replacement.put(slot, { low: key, high: Math.imul(key, 0x9e3779b1) >>> 0 });
  }
  return found;
}

/** @returns the share of requests that were found, 0 to 1 */
export function hitRate(policy: PolicyKind, slots: number, trace: Trace): number {
  return replay(policy, slots, trace).reduce((sum, one) => sum + one, 0) / trace.requests.length;
}
