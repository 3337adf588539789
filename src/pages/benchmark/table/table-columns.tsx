// Owns the columns of the scaling table: what each is called, measured in, and means.
import type { ReactNode } from "react";
import type { BytesUnit, DurationUnit } from "../../../words/format.ts";

export type ColumnKey =
  | "agents"
  | "efficiency"
  | "coreNormalised"
  | "overhead"
  | "throughput"
  | "p50"
  | "p95"
  | "p99"
  | "service"
  | "late"
  | "memory"
  | "status";

export interface Column {
  readonly key: ColumnKey;
  readonly label: string;
  /** Null where values carry none. */
  readonly unit: string | null;
  readonly help: ReactNode;
}

/** What the header must say because it differs between runs. */
export interface ColumnContext {
  readonly paced: boolean;
  readonly lockStep: boolean;
  readonly latencyUnit: DurationUnit;
  readonly memoryUnit: BytesUnit;
}

const latencyMeaning = {
  paced: "from the intended start of an op, so a late op is charged its waiting",
  lockStep: "from the opening of the round to the publication of the posterior",
  free: "from the agent's previous completion, so it grows with the agents that share its worker",
} as const;

/** The columns in reading order, for one kind of run. */
export function tableColumns({ paced, lockStep, latencyUnit, memoryUnit }: ColumnContext): readonly Column[] {
  const meaning = paced ? latencyMeaning.paced : lockStep ? latencyMeaning.lockStep : latencyMeaning.free;
  const latency = (share: string) =>
    `Latency that ${share} of single ops stay under, ${meaning}. Median over trials. Below ten steps of the clock only a bound is known.`;
  const columns: readonly Column[] = [
    { key: "agents", label: "Agents", unit: null, help: "How many agents act at once (N)." },
    {
      key: "efficiency",
      label: "Efficiency",
      unit: null,
      help: paced
        ? "Achieved over offered op/s."
        : "X(N) / (N · X(1)): throughput against as many lone agents. With more agents than cores it must fall, whatever the software does.",
    },
    {
      key: "coreNormalised",
      label: "Core-normalised",
      unit: null,
      help: "X(N) / (min(N, C) · X(1)): throughput against what the measured cores C allow. 100% means that nothing but the cores limits it.",
    },
    { key: "overhead", label: "Overhead", unit: null, help: "1 − efficiency." },
    {
      key: "throughput",
      label: "Throughput",
      unit: "op/s",
      help: "Completed ops per second, the median of trials. An op observes, infers states and policies, samples an action and publishes. In small type: the 95% interval of the median from six trials on, else the range.",
    },
    { key: "p50", label: "p50", unit: latencyUnit, help: latency("half") },
    { key: "p95", label: "p95", unit: latencyUnit, help: latency("95%") },
    { key: "p99", label: "p99", unit: latencyUnit, help: `${latency("99%")} Hidden under 1,000 ops a trial.` },
    {
      key: "service",
      label: "Service p95",
      unit: latencyUnit,
      help: "Time inside the op alone, without waiting for its turn, that 95% of single ops stay under.",
    },
    {
      key: "late",
      label: "Late ops",
      unit: "a trial",
      help: "Ops that began a millisecond or more after their intended start. They are counted and charged their waiting, never dropped.",
    },
    {
      key: "memory",
      label: "Memory / agent",
      unit: memoryUnit,
      help: "Exact bytes of one agent's own typed arrays. The model and its scratch space are shared by all agents of a worker and stand under “How this was measured”.",
    },
    {
      key: "status",
      label: "Status",
      unit: null,
      help: `Bands of ${paced ? "efficiency" : "core-normalised efficiency"}: Optimal from 95%, Good 80, Acceptable 70, Degraded 50, Poor 40, Inefficient 30, Practical limit below.`,
    },
  ];
  const left: readonly ColumnKey[] = paced ? ["coreNormalised"] : ["service", "late"];
  return columns.filter(({ key }) => !left.includes(key));
}
