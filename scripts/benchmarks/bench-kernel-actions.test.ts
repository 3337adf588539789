// The comparison of actions over real agents: which models it has, and what it says of them.
import { expect, test } from "vitest";
import { actionNames, compareActions } from "./bench-kernel-actions.entry.ts";

test("it has the explorers and the models of pymdp with one hidden factor, or those that words select", () => {
  expect(actionNames([])).toHaveLength(10);
  expect(actionNames(["T-maze", "100×4"])).toEqual([]);
  expect(actionNames(["det, length 1", "explorer 5×5, length 3"])).toEqual([
    "explorer 5×5, length 3",
    "5×5 det, length 1",
  ]);
});

test.each(["explorer 5×5, length 1", "5×5 noisy, length 1"])(
  "%s: every module in f64 acts as the engine, and each has a line",
  async (name) => {
    const { lines, isSame } = await compareActions(name, 10_000);
    expect(isSame, lines.join("\n")).toBe(true);
    const [title, ...modules] = lines;
    expect(title).toBe(name);
    expect(
      modules.filter((line) => /f64 (plain|relaxed) +10,240 ops, 0 other actions, posteriors (within|as) /.test(line)),
    ).toHaveLength(modules.length / 2);
    expect(modules.filter((line) => /f32 .*KL divergence median \d\.\de-\d+ nats, largest/.test(line))).toHaveLength(
      modules.length / 2,
    );
  },
);

test("a model that there is not is an error that names it", async () => {
  await expect(compareActions("explorer 7×7", 1)).rejects.toThrow("there is no model explorer 7×7");
});
