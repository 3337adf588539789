// Reads the arrays of a model file one by one, once its sizes are known.
import type { Tensor } from "../../inference/model-spec.ts";
import { type ColumnNames, havePositiveColumns, normalisedColumns } from "./columns.ts";
import { type Dependencies, spreadOver } from "./dependencies.ts";
import { type Findings, grouped, quoted } from "./findings.ts";
import { ROUNDING } from "./limits.ts";
import { readArray } from "./read-array.ts";
import type { JsonFields } from "./read-settings.ts";
import type { Sizes } from "./read-sizes.ts";

/** Lists of one array may stand without the outer list, as a single factor or modality is often written. @param depth of one array */
function asList(value: unknown, depth: number): unknown {
  let level = value;
  for (let n = 0; n < depth; n += 1) {
    if (!Array.isArray(level)) return value;
    level = level[0];
  }
  return Array.isArray(level) ? value : [value];
}

/** Where factors are left out of arrays, their depth says nothing. */
export function likelihoodList(fields: JsonFields, name: "A" | "pA"): unknown {
  return (fields["A_dependencies"] ?? null) === null ? asList(fields[name], 2) : fields[name];
}

export function transitionList(fields: JsonFields, name: "B" | "pB"): unknown {
  return asList(fields[name], 3);
}

const axes = {
  states: (factors: number) =>
    Array.from({ length: factors }, (_, f) => (factors === 1 ? "states" : `states of factor ${f}`)),
  state: (factors: readonly number[]) => factors.map((f) => (factors.length === 1 ? "state" : `state of factor ${f}`)),
};

/** One array per modality or factor under a name of the file. @returns null where something is wrong */
function readAll(
  findings: Findings,
  list: unknown,
  name: string,
  count: number,
  per: string,
  read: (value: unknown, at: number) => Tensor | null,
): readonly Tensor[] | null {
  if (!Array.isArray(list) || list.length !== count) {
    const found = Array.isArray(list)
      ? `${grouped(list.length)} ${list.length === 1 ? "array" : "arrays"}`
      : quoted(list);
    findings.add(`${name} is ${found}, where ${grouped(count)} are expected, one for each ${per}.`);
    return null;
  }
  const tensors = list.map(read);
  const sound = tensors.filter((tensor) => tensor !== null);
  return sound.length === count ? sound : null;
}

export class ArrayReader {
  readonly remarks: string[] = [];
  readonly #findings: Findings;
  readonly #fields: JsonFields;
  readonly #sizes: Sizes;
  readonly #dependencies: Dependencies;
  #divided = 0;

  constructor(findings: Findings, fields: JsonFields, sizes: Sizes, dependencies: Dependencies) {
    this.#findings = findings;
    this.#fields = fields;
    this.#sizes = sizes;
    this.#dependencies = dependencies;
  }

  #columns(tensor: Tensor | null, isCounts: boolean, names: ColumnNames): Tensor | null {
    if (tensor === null) return null;
    if (isCounts) return havePositiveColumns(this.#findings, tensor, names) ? tensor : null;
    const normalised = normalisedColumns(this.#findings, tensor, names);
    this.#divided += normalised?.changed ?? 0;
    return normalised?.tensor ?? null;
  }

  /** A, or counts of its shape. */
  likelihoods(name: "A" | "pA"): readonly Tensor[] | null {
    const { states, outcomes } = this.#sizes;
    return readAll(
      this.#findings,
      likelihoodList(this.#fields, name),
      name,
      outcomes.length,
      "modality",
      (value, m) => {
        const factors = this.#dependencies[m] ?? [];
        const own = `${name}[${m}]`;
        const needed = factors.map((f) => states[f] ?? 1);
        const tensor = readArray(this.#findings, value, {
          name: own,
          axes: ["outcomes", ...factors.map((f) => axes.states(states.length)[f] ?? "states")],
          shape: [outcomes[m] ?? null, ...needed],
          allowNegative: false,
        });
        const sound = this.#columns(tensor, name === "pA", { name: own, axes: axes.state(factors) });
        return sound === null ? null : spreadOver(sound, factors, states);
      },
    );
  }

  /** B, or counts of its shape. */
  transitions(name: "B" | "pB"): readonly Tensor[] | null {
    const { states, controls } = this.#sizes;
    return readAll(this.#findings, transitionList(this.#fields, name), name, states.length, "factor", (value, f) => {
      const own = `${name}[${f}]`;
      const size = states[f] ?? 1;
      const tensor = readArray(this.#findings, value, {
        name: own,
        axes: ["next states", "states before", "actions"],
        shape: [size, size, controls[f] ?? 1],
        allowNegative: false,
      });
      return this.#columns(tensor, name === "pB", { name: own, axes: ["state", "action"] });
    });
  }

  /** C; nothing is preferred where it is left out. */
  preferences(policyLength: number | null): readonly Tensor[] | null {
    const { outcomes } = this.#sizes;
    const given = this.#fields["C"] ?? null;
    if (given === null) {
      this.remarks.push("C is left out, so no outcome is preferred to another.");
      return outcomes.map((size) => ({ shape: [size], data: new Float64Array(size) }));
    }
    return readAll(this.#findings, asList(given, 1), "C", outcomes.length, "modality", (value, m) => {
      const isTimed = Array.isArray(value) && Array.isArray(value[0]);
      const tensor = readArray(this.#findings, value, {
        name: `C[${m}]`,
        axes: isTimed ? ["outcomes", "steps of a policy"] : ["outcomes"],
        shape: isTimed ? [outcomes[m] ?? null, null] : [outcomes[m] ?? null],
        allowNegative: true,
      });
      const steps = tensor?.shape[1];
      if (steps === undefined || policyLength === null || steps >= policyLength) return tensor;
      this.#findings.add(
        `C[${m}] has ${steps} columns, fewer than the ${policyLength} steps of a policy (policy_len).`,
      );
      return null;
    });
  }

  /** D, or counts of its shape; where D is left out it follows from pD, else all states are as likely. */
  initials(name: "D" | "pD", counts: readonly Tensor[] | null): readonly Tensor[] | null {
    const { states } = this.#sizes;
    const given = this.#fields[name] ?? null;
    if (given === null) {
      if (counts !== null) return counts.map(asDistribution);
      this.remarks.push("D is left out, so all states are as likely at first.");
      return states.map((size) => ({ shape: [size], data: new Float64Array(size).fill(1 / size) }));
    }
    return readAll(this.#findings, asList(given, 1), name, states.length, "factor", (value, f) => {
      const own = `${name}[${f}]`;
      const wanted = { name: own, axes: ["states"], shape: [states[f] ?? null], allowNegative: false };
      return this.#columns(readArray(this.#findings, value, wanted), name === "pD", { name: own, axes: [] });
    });
  }

  /** E, scaled to sum to 1; null where it is left out, or weighs all policies alike, which changes nothing. */
  habits(policies: number): Tensor | null {
    const given = this.#fields["E"] ?? null;
    if (given === null) return null;
    if (Array.isArray(given) && given.length !== policies) {
      this.#findings.add(
        `E has ${grouped(given.length)} weights, but all combinations of controls over policy_len steps are ${grouped(policies)} policies. An agent with a list of policies of its own cannot be run here.`,
      );
      return null;
    }
    const wanted = { name: "E", axes: ["policies"], shape: [policies], allowNegative: false };
    const tensor = readArray(this.#findings, given, wanted);
    if (tensor === null || !havePositiveColumns(this.#findings, tensor, { name: "E", axes: [] })) return null;
    const first = tensor.data[0];
    return Array.from(tensor.data).every((weight) => weight === first) ? null : asDistribution(tensor);
  }

  /** Says of columns that were divided by their sum. */
  finish(): void {
    const columns = `${grouped(this.#divided)} ${this.#divided === 1 ? "column" : "columns"}`;
    if (this.#divided > 0)
      this.remarks.push(`${columns} did not sum to 1 exactly, by up to 0.001; such columns were divided by their sum.`);
  }
}

/** Divided by its sum, unless that is 1 but for rounding. */
function asDistribution({ shape, data }: Tensor): Tensor {
  const sum = Array.from(data).reduce((total, value) => total + value, 0);
  if (Math.abs(sum - 1) <= ROUNDING) return { shape, data };
  return { shape, data: Float64Array.from({ length: data.length }, (_, i) => (data[i] ?? 0) / sum) };
}
