// The head of the CSV follows the chosen percentiles, and a missing figure is an empty cell.
import { expect, test } from "vitest";
import { soakCsv } from "./csv.ts";
import { slotAt } from "./fixtures/slots.ts";
import { History } from "./history.ts";
import { type PercentileId, PERCENTILES } from "./metrics.ts";

const history = new History({ soloOpsPerSecond: 1_000, cores: 2 });
history.push(slotAt(0));
history.push(slotAt(1, { workerBytes: 5_000_000 }));

test("A12: for each choice of percentiles the head names these, once, and no others", () => {
  for (let mask = 0; mask < 2 ** PERCENTILES.length; mask += 1) {
    const chosen: readonly PercentileId[] = PERCENTILES.filter((_, at) => (mask & (1 << at)) !== 0);
    const [head = ""] = soakCsv(history, chosen).split("\n");
    expect(head.split(",").filter((name) => /^p\d/.test(name))).toEqual(chosen.map((id) => `${id} us`));
  }
});

test("each interval is a line, with a figure that was not read left empty", () => {
  expect(soakCsv(history, []).split("\n").slice(1)).toEqual([
    "0,200,200,0.01,0,0.1,0.01,0,,,,",
    "2,200,200,0.01,0,0.1,0.01,0,500000,,,",
    "",
  ]);
});
