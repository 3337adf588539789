// Parts of a check: so many at once, one line each, and a failure that ends with the command that mends it.
import { expect, test } from "vitest";
import { runParts } from "./parts.mjs";

const passes = (name: string) => ({ name, run: () => Promise.resolve({ passed: 1, failed: 0 }) });
const withoutSeconds = (line: string): string => line.replaceAll(/\d+\.\d s/g, "0.0 s");

async function printed(parts: Parameters<typeof runParts>[0], atOnce = 1) {
  const lines: string[] = [];
  const total = await runParts(parts, { atOnce, print: (line: string) => lines.push(withoutSeconds(line)) });
  return { total, lines };
}

test("each part prints a line with its seconds, and all are counted", async () => {
  const sized = { name: "size", run: () => Promise.resolve({ passed: 2, failed: 0, detail: "148 of 150 kB" }) };
  expect(await printed([passes("format"), sized])).toEqual({
    total: { passed: 3, failed: 0 },
    lines: ["✓ format  0.0 s", "✓ size  0.0 s  148 of 150 kB"],
  });
});

test("a failure ends with what mends it, and the parts after it still run", async () => {
  const fails = {
    name: "format",
    run: () => Promise.resolve({ passed: 0, failed: 1, output: "a.ts is not formatted\n", mend: "npm run format" }),
  };
  expect(await printed([fails, passes("lint")])).toEqual({
    total: { passed: 1, failed: 1 },
    lines: ["✗ format  0.0 s\na.ts is not formatted\nTo mend format:\n  npm run format\n", "✓ lint  0.0 s"],
  });
});

test("a part that throws has failed with its message", async () => {
  const throws = { name: "browser", run: () => Promise.reject(new Error("No Chromium.")) };
  expect(await printed([throws])).toEqual({
    total: { passed: 0, failed: 1 },
    lines: ["✗ browser  0.0 s\nNo Chromium."],
  });
});

test.each([
  [1, 1],
  [2, 2],
  [9, 5],
])("%i at once: %i of five parts run together", async (atOnce, together) => {
  let running = 0;
  let most = 0;
  const parts = Array.from({ length: 5 }, (_, n) => ({
    name: String(n),
    run: async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve));
      running -= 1;
      return { passed: 1, failed: 0 };
    },
  }));
  expect((await printed(parts, atOnce)).total).toEqual({ passed: 5, failed: 0 });
  expect(most).toBe(together);
});
