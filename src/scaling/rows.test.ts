// Rows of a hand-made run, whose every figure can be checked with a pencil.
import { expect, test } from "vitest";
import { type MeasuredTrial, scalingRows } from "./rows.ts";

interface Hand {
  readonly kind: MeasuredTrial["kind"];
  readonly agents: number;
  readonly opsPerSecond: number;
  readonly p50Us?: number;
  readonly p99Us?: number | null;
  readonly loss?: MeasuredTrial["loss"];
  readonly service?: MeasuredTrial["service"];
  readonly lateOps?: number | null;
}

function trial(hand: Hand): MeasuredTrial {
  const { kind, agents, opsPerSecond, p50Us = 100, p99Us = 400, loss = null, service = null, lateOps = null } = hand;
  return { kind, agents, opsPerSecond, latency: { p50Us, p95Us: p50Us * 2, p99Us }, loss, service, lateOps };
}

function rowsOf(agents: number, rates: readonly number[]): MeasuredTrial[] {
  return rates.map((opsPerSecond) => trial({ kind: "row", agents, opsPerSecond }));
}

const solos = [990, 1_000, 1_010].map((opsPerSecond) => trial({ kind: "solo", agents: 1, opsPerSecond }));
const twoCores = { kind: "saturated", cores: 2 } as const;

test("saturated efficiency is X(N) over N·X(1), core-normalised over min(N, C)·X(1)", () => {
  const [one, ten] = scalingRows([...rowsOf(10, [1_700, 1_800, 1_900]), ...rowsOf(1, [950]), ...solos], twoCores);
  expect(one?.agents).toBe(1);
  expect(one?.efficiency?.median).toBeCloseTo(0.95, 12);
  expect(one?.coreNormalised?.median).toBeCloseTo(0.95, 12);
  expect(one?.coreLimit).toBe(1);
  expect(ten?.agents).toBe(10);
  expect(ten?.trials).toBe(3);
  expect(ten?.throughput).toEqual({ median: 1_800, interval: { kind: "range", low: 1_700, high: 1_900 } });
  expect(ten?.efficiency?.median).toBeCloseTo(0.18, 12);
  expect(ten?.efficiency?.interval?.low).toBeCloseTo(0.17, 12);
  expect(ten?.overhead).toBeCloseTo(0.82, 12);
  expect(ten?.coreNormalised?.median).toBeCloseTo(0.9, 12);
  expect(ten?.coreNormalised?.interval?.high).toBeCloseTo(0.95, 12);
  expect(ten?.coreLimit).toBeCloseTo(0.2, 12);
});

test("the status of a saturated row is that of its core-normalised efficiency", () => {
  const [row] = scalingRows([...rowsOf(10, [1_800]), ...solos], twoCores);
  expect(row?.status).toBe("Good");
});

test("efficiency above 100 % is shown as it is", () => {
  const [row] = scalingRows([...rowsOf(4, [5_000]), ...solos], twoCores);
  expect(row?.efficiency?.median).toBeCloseTo(1.25, 12);
  expect(row?.coreNormalised?.median).toBeCloseTo(2.5, 12);
  expect(row?.overhead).toBeCloseTo(-0.25, 12);
});

test("without one agent alone there is throughput but no efficiency, and nothing is made up", () => {
  const [row] = scalingRows(rowsOf(5, [400]), twoCores);
  expect(row?.throughput.median).toBe(400);
  expect(row).toMatchObject({ efficiency: null, coreNormalised: null, overhead: null, status: null });
});

test("a paced row is measured against its offered rate, without core limit, and judged by that", () => {
  const [row] = scalingRows([...rowsOf(10, [190, 180, 170]), ...solos], { kind: "paced", opsPerSecondPerAgent: 20 });
  expect(row?.efficiency?.median).toBeCloseTo(0.9, 12);
  expect(row?.efficiency?.interval?.low).toBeCloseTo(0.85, 12);
  expect(row).toMatchObject({ coreNormalised: null, coreLimit: null, status: "Good" });
});

test("p99 is missing as soon as one trial had too few ops for it", () => {
  const enough = { kind: "row", agents: 5, opsPerSecond: 400 } as const;
  const [whole] = scalingRows([trial({ ...enough, p99Us: 300 }), trial({ ...enough, p99Us: 500 })], twoCores);
  expect(whole?.p99Us).toBe(400);
  const [partly] = scalingRows([trial({ ...enough, p99Us: 300 }), trial({ ...enough, p99Us: null })], twoCores);
  expect(partly?.p99Us).toBeNull();
});

test("latencies are medians over trials of each trial's percentile", () => {
  const at = (p50Us: number) => trial({ kind: "row", agents: 5, opsPerSecond: 400, p50Us });
  const [row] = scalingRows([at(100), at(900), at(200)], twoCores);
  expect(row).toMatchObject({ p50Us: 200, p95Us: 400 });
});

test("the loss against the control is split, and what no phase explains is the rest", () => {
  const loss = { fuse: 0.05, transport: 0.02, wait: 0.1 };
  const [row] = scalingRows(
    [
      trial({ kind: "row", agents: 10, opsPerSecond: 1_500, loss }),
      trial({ kind: "control", agents: 10, opsPerSecond: 2_000 }),
      trial({ kind: "control", agents: 5, opsPerSecond: 9 }),
    ],
    twoCores,
  );
  expect(row?.loss).toMatchObject(loss);
  expect(row?.loss?.total).toBeCloseTo(0.25, 12);
  expect(row?.loss?.rest).toBeCloseTo(0.08, 12);
});

test("a lock-step row that beats its control shows a negative loss", () => {
  const loss = { fuse: 0.01, transport: 0, wait: 0 };
  const [row] = scalingRows(
    [
      trial({ kind: "row", agents: 2, opsPerSecond: 2_200, loss }),
      trial({ kind: "control", agents: 2, opsPerSecond: 2_000 }),
    ],
    twoCores,
  );
  expect(row?.loss?.total).toBeCloseTo(-0.1, 12);
  expect(row?.loss?.rest).toBeCloseTo(-0.11, 12);
});

test("there is no loss without a control, nor without timed phases", () => {
  const loss = { fuse: 0.05, transport: 0.02, wait: 0.1 };
  const [alone] = scalingRows([trial({ kind: "row", agents: 10, opsPerSecond: 1, loss })], twoCores);
  expect(alone?.loss).toBeNull();
  const [free] = scalingRows(
    [trial({ kind: "row", agents: 10, opsPerSecond: 1 }), trial({ kind: "control", agents: 10, opsPerSecond: 1 })],
    twoCores,
  );
  expect(free?.loss).toBeNull();
});

test("counts with a control alone have no row, and no trials give no rows", () => {
  expect(scalingRows([trial({ kind: "control", agents: 10, opsPerSecond: 1 }), ...solos], twoCores)).toEqual([]);
  expect(scalingRows([], twoCores)).toEqual([]);
});

test("a live table carries ranges where the finished one carries confidence intervals", () => {
  const many = [
    ...rowsOf(2, [1_900, 1_950, 2_000, 1_980, 1_960, 1_940]),
    ...[1_000, 990, 1_010, 1_005, 995, 1_000].map((x) => trial({ kind: "solo", agents: 1, opsPerSecond: x })),
  ];
  expect(scalingRows(many, twoCores, 0)[0]?.efficiency?.interval?.kind).toBe("range");
  expect(scalingRows(many, twoCores)[0]?.efficiency?.interval?.kind).toBe("confidence");
});

test("paced rows keep service time and late ops apart from latency; saturated rows have neither", () => {
  const paced = [30, 50, 70].map((p95Us) =>
    trial({ kind: "row", agents: 4, opsPerSecond: 80, service: { p95Us }, lateOps: p95Us / 10 }),
  );
  const [row] = scalingRows(paced, { kind: "paced", opsPerSecondPerAgent: 20 });
  expect(row?.serviceP95Us).toBe(50);
  expect(row?.lateOps).toBe(5);
  const [saturated] = scalingRows([...rowsOf(4, [10]), ...solos], twoCores);
  expect(saturated?.serviceP95Us).toBeNull();
  expect(saturated?.lateOps).toBeNull();
});
