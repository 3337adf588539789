// The real command on curves as CSV, as people have them: every figure of the public files, and of further ones of each kind.
import { expect, test } from "vitest";
import { publicCase } from "../../src/results/fixtures/public-cases.ts";
import { judgeFiles } from "./fixtures/judge-files.ts";

const { refusal, regress } = judgeFiles();

/** The rows of a file as the command read them: agents and op/s. */
function curveOf(text: string, more: readonly string[] = []) {
  // A line break more makes it another file: a comparison with itself is refused.
  const { cells } = regress([text], `${text}\n`, more);
  return cells.map(({ row, outcome }) => [Number.parseInt(row.replaceAll(",", ""), 10), outcome.figures.baseline]);
}

test("14: agent_count, efficiency and throughput are a curve of six rows", () => {
  const rows = [
    [1, 680.5],
    [5, 540],
    [10, 408],
    [20, 340],
    [30, 272],
    [50, 250],
  ];
  expect(curveOf(publicCase("14-agent-count.csv"))).toEqual(rows);
  // Further inputs: other spellings of the names, other order, and columns that are no figures of Headroom.
  const body = rows.map(([agents, speed]) => `${speed},ok,${agents}`).join("\n");
  expect(curveOf(`throughput_ops_sec,state,Num_Agents\n${body}\n`)).toEqual(rows);
  expect(curveOf(`\uFEFF"Agents","Throughput (op/s)"\r\n1,"680.5"\r\n5,"540"\r\n`)).toEqual(rows.slice(0, 2));
});

test("16: threads and tps, and the words of other load tools, are a curve", () => {
  expect(curveOf(publicCase("16-threads-tps.csv"))).toEqual([
    [1, 245.3],
    [2, 480.1],
    [4, 901.7],
    [8, 1500.2],
    [16, 1702.9],
    [32, 1655],
  ]);
  for (const header of ["clients,qps", "concurrency,rps", "vus,ops", "N,X_N"])
    expect(curveOf(`${header}\n1,10.5\n2,19.25\n`)).toEqual([
      [1, 10.5],
      [2, 19.25],
    ]);
  expect(curveOf("crew,speed\n1,10.5\n2,19.25\n", ["--columns", "agents=crew,throughput=speed"])).toHaveLength(2);
});

test("17: what spreadsheets write of other countries is read", () => {
  const rows = [
    [1, 20.5],
    [2, 38.9],
    [4, 70.1],
  ];
  expect(curveOf(publicCase("17-decimal-comma.csv"))).toEqual(rows);
  expect(curveOf(publicCase("17-excel-sep-line.csv"))).toEqual(rows);
  // Further inputs: tabs, a remark above, and thousands set apart.
  expect(curveOf("# measured by night\nagents\tthroughput\n1\t20.5\n2\t38.9\n4\t70.1\n")).toEqual(rows);
  expect(curveOf('sep=;\nagents;throughput\n1;1.020,5\n2;"2.038,9"\n')).toEqual([
    [1, 1020.5],
    [2, 2038.9],
  ]);
  expect(curveOf('agents,throughput\n1,"1,020.5"\n"1,000","12,038.9"\n')).toEqual([
    [1, 1020.5],
    [1000, 12_038.9],
  ]);
});

test("a row longer than its header, a column named twice and an unclosed quote are refused by name", () => {
  const good = "agents,throughput\n1,10\n2,19\n";
  const messages = [
    "agents,throughput\n1,1,234.5\n",
    "agents,throughput,throughput\n1,10,11\n",
    'agents,throughput\n1,10\n2,"19\n',
  ].map((text) => refusal([good], text));
  for (const { status } of messages) expect(status).toBe(2);
  const [longer, twice, unclosed] = messages.map(({ stderr }) => stderr);
  expect(longer).toMatch(/[Ll]ine 2/);
  expect(twice).toContain('"throughput"');
  expect(unclosed).toMatch(/[Ll]ine 3/);
});
