// What was understood of a model, before anything is run: sizes, memory, and what one op takes by a short try.
import { formatBytesWithUnit, formatCount, formatCounted, formatMeasured } from "../../../words/format.ts";
import { formatDurationWithUnit } from "../../../words/format-duration.ts";
import { readReference } from "../../../workloads/model-reference.ts";
import { PYMDP_MEASURED_ON, PYMDP_STEP_MS } from "../../../workloads/pymdp-steps.ts";
import type { UnderstoodModel } from "../../../session/model-worker/protocol.ts";

/** Slower ops make windows of half a second useless. */
const SLOW_US = 100_000;

interface Fact {
  readonly term: string;
  readonly text: string;
}

function timesText(sizes: readonly number[]): string {
  return sizes.map(formatCount).join(" × ");
}

function pymdpFact(reference: string): readonly Fact[] {
  const known = readReference(reference);
  if (known?.kind !== "example") return [];
  return [
    {
      term: "pymdp",
      text: `${formatDurationWithUnit(PYMDP_STEP_MS[known.name] * 1_000, 0)} a step: ${PYMDP_MEASURED_ON}`,
    },
  ];
}

/** How the address of this page refers to it. */
function linkText(reference: string): string {
  const known = readReference(reference);
  if (known?.kind === "example") return "names the example";
  if (known?.packed === null || known === null) {
    return "is too short for this model: it names its hash, and whoever opens it is asked for the file";
  }
  return `carries the model, in ${formatCounted(known.packed.length, "character")}`;
}

function factsOf({ summary, tried, reference, hash }: UnderstoodModel): readonly Fact[] {
  const { factors, modalities, jointStates, policies, policyLength, nonZeros, bytes, learned, episodeSteps } = summary;
  const states = timesText(factors.map((factor) => factor.states));
  return [
    {
      term: "States",
      text: factors.length === 1 ? states : `${states} = ${formatCount(jointStates)}, in ${factors.length} factors`,
    },
    { term: "Actions", text: timesText(factors.map(({ controls }) => controls)) },
    {
      term: "Outcomes",
      text: `${modalities.map(formatCount).join(" + ")}${modalities.length === 1 ? "" : `, in ${modalities.length} modalities`}`,
    },
    { term: "Policies", text: `${formatCount(policies)}, ${formatCounted(policyLength, "step")} ahead` },
    {
      term: "Non-zeros",
      text: `A ${formatCount(nonZeros.A)}, B ${formatCount(nonZeros.B)}, of ${formatCount(nonZeros.of)}`,
    },
    { term: "Precision", text: `γ ${formatMeasured(summary.gamma)}, α ${formatMeasured(summary.alpha)}` },
    { term: "Action taken", text: summary.action },
    { term: "Learns", text: learned.length === 0 ? "nothing" : learned.join(", ") },
    { term: "Begins again", text: episodeSteps === null ? "never" : `every ${formatCounted(episodeSteps, "step")}` },
    {
      term: "Memory",
      text: `${formatBytesWithUnit(bytes.shared)} a worker, ${formatBytesWithUnit(bytes.perAgent)} an agent`,
    },
    { term: "One op", text: `about ${formatMeasured(tried.usPerOp)} µs, estimated from a short try` },
    ...pymdpFact(reference),
    { term: "Link", text: linkText(reference) },
    { term: "SHA-256", text: `${hash.slice(0, 12)}…` },
  ];
}

export function Understood({ model }: { readonly model: UnderstoodModel }) {
  const { remarks, tried } = model;
  return (
    <section aria-label="What was understood of the model" className="grid gap-2 text-xs">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        {factsOf(model).map(({ term, text }) => (
          <div key={term} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted">{term}</dt>
            <dd className="break-words tabular-nums">{text}</dd>
          </div>
        ))}
      </dl>
      {tried.usPerOp > SLOW_US ? (
        <p className="text-warn">
          ▲ One op takes about {formatMeasured(tried.usPerOp / 1_000)} ms. Choose a window of many times that, under
          Advanced.
        </p>
      ) : null}
      {remarks.length === 0 ? null : (
        <ul className="grid gap-1">
          {remarks.map((remark) => (
            <li key={remark}>▲ {remark}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
