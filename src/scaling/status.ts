// Owns the status bands of efficiency, as the published table uses them.

/** From best to worst; each holds from its least efficiency (a share) upwards. They reproduce the published column. */
const STATUS_BANDS = [
  { status: "Optimal", least: 0.95 },
  { status: "Good", least: 0.8 },
  { status: "Acceptable", least: 0.7 },
  { status: "Degraded", least: 0.5 },
  { status: "Poor", least: 0.4 },
  { status: "Inefficient", least: 0.3 },
  { status: "Practical limit", least: Number.NEGATIVE_INFINITY },
] as const;

export type Status = (typeof STATUS_BANDS)[number]["status"];

/** @param efficiency a share (1 is 100 %); which efficiency is meant is for the caller to say in its header */
export function statusOf(efficiency: number): Status {
  return STATUS_BANDS.find(({ least }) => efficiency >= least)?.status ?? "Practical limit";
}
