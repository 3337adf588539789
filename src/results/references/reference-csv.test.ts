// Reference CSV: trials become medians, and a message names line and column.
import fc from "fast-check";
import { expect, test } from "vitest";
import { publicCase } from "../fixtures/public-cases.ts";
import { readReferenceCsv } from "./reference-csv.ts";

function rowsOf(text: string) {
  const read = readReferenceCsv("my machine.csv", text);
  return read.state === "read" ? (read.series[0]?.rows ?? []) : [];
}

function messageOf(text: string): string {
  const read = readReferenceCsv("my machine.csv", text);
  return read.state === "refused" ? read.message : "";
}

test("two columns give one row per agent count", () => {
  expect(rowsOf("agents,throughput\n5,80\n1,20\n")).toEqual([
    { agents: 1, opsPerSecond: 20, trials: [20], efficiency: 1, claimedEfficiency: null, p50Ms: null },
    { agents: 5, opsPerSecond: 80, trials: [80], efficiency: 0.8, claimedEfficiency: null, p50Ms: null },
  ]);
});

test("several trials give their median and stay there", () => {
  const rows = rowsOf("agents,throughput,trial\n1,20,1\n1,22,2\n1,30,3\n2,40,1\n");
  expect(rows[0]).toMatchObject({ opsPerSecond: 22, trials: [20, 22, 30] });
  expect(rows[1]?.efficiency).toBeCloseTo(40 / 44, 12);
});

test("header case, spaces, units, blank lines, quotes, semicolons and a byte order mark do not matter", () => {
  const plain = rowsOf("agents,throughput\n1,20\n");
  expect(rowsOf("\uFEFF Agents , Throughput (op/s) \r\n\r\n1, 20\r\n\r\n")).toEqual(plain);
  expect(rowsOf('"agents";"throughput"\n"1";"20"\n')).toEqual(plain);
  expect(rowsOf("name\tthroughput\tagents\na\t2e1\t1")).toEqual(plain);
});

function notesOf(text: string): readonly string[] {
  const read = readReferenceCsv("my machine.csv", text);
  return read.state === "read" ? (read.notes ?? []) : [];
}

test("a bad row is left out and named by line and column, and the others are read", () => {
  expect(notesOf("agents,throughput\n1,20\n5,fast\n")).toEqual([
    'Line 3, column throughput: "fast" is not a number above 0 and at most 1,000,000,000,000, with a point for decimals. The row is left out.',
  ]);
  for (const large of ["1e300", "1e400", "1000000000001"]) {
    expect(notesOf(`agents,throughput\n1,20\n5,${large}\n`)).toEqual([
      `Line 3, column throughput: "${large}" is not a number above 0 and at most 1,000,000,000,000, with a point for decimals. The row is left out.`,
    ]);
  }
  expect(rowsOf("agents,throughput\n1,20\n5,fast\n").map(({ agents }) => agents)).toEqual([1]);
  expect(notesOf("agents,throughput,trial\n1,20,1\n1,21,1\n")).toEqual([
    "Line 3: trial 1 of agent count 1 stands there twice. The row is left out.",
  ]);
  expect(notesOf("agents,throughput\n1,20\n")).toEqual([]);
});

test("where no row is left, the message names line and column", () => {
  expect(messageOf("agents,throughput\n\n0,20\n")).toBe(
    'Line 3, column agents: "0" is not a whole number from 1 to 1,000,000.',
  );
  expect(messageOf("agents,throughput\n1\n")).toBe("Line 2, column throughput: the cell is empty.");
});

test("a row longer than its header is refused, and its numbers are never taken apart", () => {
  expect(messageOf("agents,throughput\n1,1,234.5\n")).toContain("Line 2: it has 3 cells, and the header names 2");
  const text = 'agents,throughput\n1,1,234.5\n2,"2,234.5"\n4,,\n';
  expect(rowsOf(text)).toMatchObject([{ agents: 2, opsPerSecond: 2_234.5 }]);
  expect(notesOf(text)).toHaveLength(2);
  expect(rowsOf("agents,throughput\n1,20,,\n")).toHaveLength(1);
});

test("what a choice of columns would mend is told in the way that the page or the command has", () => {
  for (const text of ["crew,speed\n1,20\n", 'agents,throughput\n1,"1,234"\n']) {
    const told = (by?: "flag") => {
      const read = readReferenceCsv("my.csv", text, null, by);
      return read.state === "refused" ? read.message : "";
    };
    expect(told()).toMatch(/(agents=NAME|decimal=point or decimal=comma) in “Columns of a CSV with other names”/);
    expect(told()).not.toContain("--");
    expect(told("flag")).toMatch(/say --columns (agents=NAME|decimal=point or decimal=comma)\.$/);
  }
});

test("columns that stand there twice, and quotes that stay open, are named", () => {
  expect(messageOf("agents,throughput,Agents\n1,2,3\n")).toContain('"Agents" is there twice');
  expect(messageOf('agents,throughput\n1,20\n2,"30\n4,50\n')).toContain("line 3 has a quote that is never closed");
});

test("a file of one endless line, and a line of endlessly many columns, are refused at once", () => {
  expect(messageOf("agents,throughput,".repeat(300_000))).toContain("its first line is longer than the names of any");
  expect(messageOf(`agents,throughput\n${"1,".repeat(300_000)}`)).toContain("line 2 has more than 1,000 columns");
});

test("lines are counted as an editor counts them, whatever ends them and whatever is between", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = ["# measured here", "", "agents,throughput,note", '1,20,"a', 'b"', "# more", "5,fast,"].join(end);
    expect(notesOf(text)[0]).toContain("Line 7, column throughput");
  }
});

test("names that people give to columns are known, and a choice is stronger", () => {
  const rows = [{ agents: 2, opsPerSecond: 480.1 }];
  for (const header of [
    "threads,tps",
    "Clients,QPS",
    "concurrency,ops",
    "N,X(N)",
    "vus,rps",
    "agent_count,throughput_ops",
    "Users [count],Throughput (op/s)",
    "processes,ops_per_second",
  ]) {
    expect(rowsOf(`${header}\n2,480.1\n`), header).toMatchObject(rows);
  }
  const choice = { agents: "crew", throughput: "speed" };
  const read = readReferenceCsv("x", "speed,crew,throughput\n480.1,2,7\n", choice);
  expect(read.state === "read" ? read.series[0]?.rows : []).toMatchObject(rows);
  expect(messageOf("crew,speed\n2,480.1\n")).toContain('the column "agents" is missing: it has "crew", "speed"');
  const none = readReferenceCsv("x", "a,b\n1,2\n", { agents: "c" });
  expect(none.state === "refused" ? none.message : "").toContain('no column "c"');
});

test("an efficiency that the file states stays a claim, as a share whichever way it is written", () => {
  expect(rowsOf("agents,efficiency,throughput\n1,95.0,680.5\n2,78.5,700\n")[0]?.claimedEfficiency).toBeCloseTo(0.95);
  expect(rowsOf("agents,efficiency,throughput\n1,0.95,680.5\n")[0]?.claimedEfficiency).toBeCloseTo(0.95);
});

test("decimal comma, thousands and separators are read where one reading is possible", () => {
  const at = (text: string) => rowsOf(text).map(({ opsPerSecond }) => opsPerSecond);
  expect(at("agents;throughput\n1;20,5\n2;1.038,9\n")).toEqual([20.5, 1038.9]);
  expect(at('agents,throughput\n1,"1,234.5"\n2,"12,345,678"\n')).toEqual([1234.5, 12_345_678]);
  expect(at("agents\tthroughput\n1\t1 234\n2\t2’345.5\n")).toEqual([1234, 2345.5]);
  expect(at("sep=|\nagents|throughput\n1|20.5\n")).toEqual([20.5]);
});

test("a number that can be read in two ways is decided by its column, or asked", () => {
  const at = (text: string) => rowsOf(text).map(({ opsPerSecond }) => opsPerSecond);
  expect(at("agents;throughput\n1;1.234\n2;20.5\n")).toEqual([1.234, 20.5]);
  expect(at("agents;throughput\n1;1.234\n2;20,5\n")).toEqual([1234, 20.5]);
  expect(at("agents;throughput\n1;1.234\n2;2468\n")).toEqual([1.234, 2468]);
  expect(messageOf("agents;throughput\n1;1.234\n2;20\n")).toContain('"1.234" may be 1234 or 1.234');
  const chosen = readReferenceCsv("x", "agents;throughput\n1;1,234\n", { decimal: "comma" });
  expect(chosen.state === "read" ? chosen.series[0]?.rows[0]?.opsPerSecond : null).toBe(1.234);
});

test("public files of four dialects give their figures", () => {
  const of = (name: string) => readReferenceCsv(name, publicCase(name));
  const figures = (name: string) => {
    const read = of(name);
    return read.state === "read"
      ? read.series[0]?.rows.map(({ agents, opsPerSecond }) => [agents, opsPerSecond])
      : read;
  };
  expect(figures("14-agent-count.csv")).toEqual([
    [1, 680.5],
    [5, 540],
    [10, 408],
    [20, 340],
    [30, 272],
    [50, 250],
  ]);
  expect(figures("16-threads-tps.csv")).toEqual([
    [1, 245.3],
    [2, 480.1],
    [4, 901.7],
    [8, 1500.2],
    [16, 1702.9],
    [32, 1655],
  ]);
  const spreadsheet = [
    [1, 20.5],
    [2, 38.9],
    [4, 70.1],
  ];
  expect(figures("17-decimal-comma.csv")).toEqual(spreadsheet);
  expect(figures("17-excel-sep-line.csv")).toEqual(spreadsheet);
});

test("whatever dialect writes a curve, the same curve is read", () => {
  const rows = fc.uniqueArray(
    fc.record({ agents: fc.integer({ min: 1, max: 5_000 }), hundredths: fc.integer({ min: 1, max: 99_999_999 }) }),
    { selector: ({ agents }) => agents, minLength: 1, maxLength: 12 },
  );
  const dialect = fc.record({
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    comma: fc.boolean(),
    grouped: fc.boolean(),
    quoted: fc.boolean(),
    end: fc.constantFrom("\n", "\r\n", "\r"),
    before: fc.constantFrom("", "\uFEFF", "sep", "# a remark"),
    header: fc.constantFrom(["agents", "throughput"], ["Threads", "TPS"], ["n", "X(N)"]),
  });
  fc.assert(
    fc.property(rows, dialect, (curve, { delimiter, comma, grouped, quoted, end, before, header }) => {
      const number = (hundredths: number): string => {
        const whole = String(Math.floor(hundredths / 100));
        const group = comma ? "." : ",";
        const shown = grouped ? whole.replaceAll(/\B(?=(\d{3})+$)/g, group) : whole;
        return `${shown}${comma ? "," : "."}${String(hundredths % 100).padStart(2, "0")}`;
      };
      const cell = (text: string): string => (quoted || text.includes(delimiter) ? `"${text}"` : text);
      const lines = [header, ...curve.map(({ agents, hundredths }) => [String(agents), number(hundredths)])];
      const body = lines.map((cells) => cells.map(cell).join(delimiter)).join(end);
      const opening = before === "sep" ? `sep=${delimiter}${end}` : before.startsWith("#") ? `${before}${end}` : before;
      const expected = curve
        .map(({ agents, hundredths }) => ({ agents, opsPerSecond: hundredths / 100 }))
        .sort((a, b) => a.agents - b.agents);
      const read = rowsOf(opening + body).map(({ agents, opsPerSecond }) => ({ agents, opsPerSecond }));
      expect(read).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

function idOf(name: string, text = "agents,throughput\n1,20\n"): string {
  const read = readReferenceCsv(name, text);
  return read.state === "read" ? (read.series[0]?.id ?? "") : "";
}

test("names in any script have ids of their own, and the same name keeps its id", () => {
  const names = ["測定.csv", "計測.csv", "мой замер.csv", "твой замер.csv", "a b.csv", "a-b.csv", "A b.csv", "🚀.csv"];
  expect(new Set(names.map((name) => idOf(name))).size).toBe(names.length);
  expect(idOf("a b.csv")).toMatch(/^imported-a-b-[0-9a-f]{8}$/);
  expect(idOf("測定.csv")).toMatch(/^imported-[0-9a-f]{8}$/);
  expect(idOf("測定.csv", "agents,throughput\n1,30\n")).toBe(idOf("測定.csv"));
});

test("a missing column, no rows and endless rows are refused", () => {
  expect(messageOf("agents,speed\n1,20\n")).toContain('the column "throughput" is missing');
  expect(messageOf("agents,throughput\n")).toContain("no rows");
  expect(messageOf(`agents,throughput\n${"1,20\n".repeat(30_000)}`)).toContain("more than 20,000 lines");
});
