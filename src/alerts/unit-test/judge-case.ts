// Whether what a test expects is what there is, and both as texts where it is not.
import { shortestFloat } from "../go/go-float.ts";
import { type Labels, labelsKey, labelsOf, labelsText, sortedTexts } from "../grammar/labels.ts";
import type { AlertCase, ExpressionCase } from "./unit-test-file.ts";

/** `not judged`: it lies beyond what is read here, so that nothing is known of it. */
export type Verdict =
  | { readonly state: "passed" }
  | { readonly state: "failed"; readonly expected: readonly string[]; readonly got: readonly string[] }
  | { readonly state: "not judged"; readonly why: string };

export interface GotAlert {
  readonly labels: Labels;
  readonly annotations: ReadonlyMap<string, string>;
}

function alertText({ labels, annotations }: GotAlert): string {
  return `${labelsText(labels)}${annotations.size === 0 ? "" : ` annotations ${labelsText(annotations)}`}`;
}

function same(expected: readonly string[], got: readonly string[]): boolean {
  return expected.length === got.length && expected.every((text, at) => text === got[at]);
}

/** Compares the firing alerts of one name, in any order. */
export function judgeAlerts({ alertname, expected }: AlertCase, got: readonly GotAlert[]): Verdict {
  const wanted = expected
    .map(({ labels, annotations }) => {
      return alertText({
        labels: labelsOf([...labels, ["alertname", alertname]]),
        annotations: sortedTexts(annotations),
      });
    })
    .sort();
  const present = got.map(alertText).sort();
  return same(wanted, present) ? { state: "passed" } : { state: "failed", expected: wanted, got: present };
}

export interface GotSample {
  readonly labels: Labels;
  readonly value: number;
}

/** One step of the last bit, which fuzzy_compare lets pass. */
function isNear(a: number, b: number): boolean {
  const bits = new BigInt64Array(new Float64Array([a, b]).buffer);
  const distance = (bits[0] ?? 0n) - (bits[1] ?? 0n);
  return a === b || (distance >= -1n && distance <= 1n && !Number.isNaN(a) && !Number.isNaN(b));
}

/** Compares samples by labels and value. NaN equals nothing, as in promtool. */
export function judgeSamples({ expected }: ExpressionCase, got: readonly GotSample[], fuzzy: boolean): Verdict {
  const inOrder = (samples: readonly GotSample[]) =>
    samples.map((sample) => ({ ...sample, key: labelsKey(sample.labels) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const [wanted, present] = [inOrder(expected), inOrder(got)];
  const isEqual =
    wanted.length === present.length &&
    wanted.every(({ key, value }, at) => {
      const other = present[at];
      return other !== undefined && other.key === key && (fuzzy ? isNear(value, other.value) : value === other.value);
    });
  if (isEqual) return { state: "passed" };
  const texts = (samples: readonly GotSample[]) =>
    samples.map(({ labels, value }) => `${labelsText(labels)} ${shortestFloat(value)}`);
  return { state: "failed", expected: texts(wanted), got: texts(present) };
}
