// What a memory run found, in sentences that can be said aloud.
import type { LeakVerdict } from "../../leaks/verdict.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import { formatBytesWithUnit } from "../../words/format.ts";
import { listed } from "../../words/listed.ts";
import { placeOfGrowth, verdictOf } from "./evidence.ts";
import type { LifecycleSettings } from "./fields.ts";
import { counterMeasures } from "./measures.ts";
import { PROMISED_BYTES } from "./published.ts";

const PROMISED = `the promised ${formatBytesWithUnit(PROMISED_BYTES)}`;

function againstPromise(high: number, low: number): string {
  if (high < PROMISED_BYTES) return `under ${PROMISED}`;
  return low > PROMISED_BYTES ? `over ${PROMISED}` : `about ${PROMISED}`;
}

function namesOf(ids: readonly string[]): string {
  return listed(counterMeasures.filter(({ measure }) => ids.includes(measure.id)).map(({ measure }) => measure.label));
}

function foundText(verdict: LeakVerdict, place: ReturnType<typeof placeOfGrowth>): string {
  switch (verdict.state) {
    case "leak": {
      if (verdict.by === "count") return `Memory leaks. Lifecycles leave something behind: ${namesOf(verdict.ids)}.`;
      const { bytes, low, high } = verdict.growth;
      const where = place === "page" ? "in the page" : "in workers that were ended";
      return `Memory leaks: each lifecycle leaves about ${formatBytesWithUnit(bytes)} behind ${where} (${formatBytesWithUnit(low)} to ${formatBytesWithUnit(high)}), ${againstPromise(high, low)}.`;
    }
    case "clean":
      return verdict.by === "count"
        ? "No leak is seen in what can be counted: workers, ports, listeners, performance entries, nodes and object URLs. This browser does not tell what memory the page takes, so growth in bytes was not seen."
        : `No leak is seen. Each lifecycle may leave ${formatBytesWithUnit(Math.max(0, verdict.growth.high))} behind at most, under ${PROMISED}; growth of ${formatBytesWithUnit(verdict.smallestBytes)} would have been found.`;
    case "inconclusive":
      return {
        "too few readings": "Whether memory leaks is not known yet: five readings of each kind of block are needed.",
        "too noisy": `Whether memory leaks cannot be told: readings are too noisy to say that growth stays under ${PROMISED}. Repeat them more often, or run more lifecycles in a block.`,
        "does not scale":
          "Whether memory leaks cannot be told: memory grew, but not in proportion to the lifecycles, as a leak does. Run it again on a page that does nothing else.",
      }[verdict.reason];
  }
}

/** @returns the sentence, or null where no block has been measured */
export function lifecycleSentence(settings: LifecycleSettings, samples: readonly Sample[]): string | null {
  const verdict = verdictOf(settings, samples);
  return verdict === null ? null : foundText(verdict, placeOfGrowth(settings, samples));
}
