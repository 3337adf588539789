// The calculator's settings: the address and the form read alike, and one bad parameter does not void the others.
import fc from "fast-check";
import { expect, test } from "vitest";
import { BUDGET_UNITS, budgetMB, READINGS } from "./memory.ts";
import {
  budgetOf,
  constantsOf,
  defaultSettings,
  type CalculatorSettings,
  settingsFromParameters,
  settingsToParameters,
  withSettingText,
  withUnit,
} from "./calculator-settings.ts";

const settings: fc.Arbitrary<CalculatorSettings> = fc.record({
  agents: fc.integer({ min: 1, max: 100_000 }),
  budget: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
  unit: fc.constantFrom(...BUDGET_UNITS),
  reading: fc.constantFrom(...READINGS),
  baseMB: fc.integer({ min: 0, max: 1_000_000 }),
  perAgentMB: fc.double({ min: 0.001, max: 1e5, noNaN: true }),
  cachePercent: fc.integer({ min: 0, max: 1_000 }),
  bufferPercent: fc.integer({ min: 0, max: 1_000 }),
});

test("the defaults are the published constants and write nothing", () => {
  expect(constantsOf(defaultSettings)).toEqual({ baseMB: 500, perAgentMB: 35, cacheShare: 0.2, bufferShare: 0.5 });
  expect(settingsToParameters(defaultSettings)).toEqual({});
  expect(settingsFromParameters({})).toEqual({ settings: defaultSettings, problems: [] });
});

test("any settings survive the address", () => {
  fc.assert(
    fc.property(settings, (given) => {
      expect(settingsFromParameters(settingsToParameters(given))).toEqual({ settings: given, problems: [] });
    }),
  );
});

test("a bad parameter alone falls back, and the problem says what it takes", () => {
  const { settings: read, problems } = settingsFromParameters({ agents: "many", budget: "2", reading: "agents-only" });
  expect(read).toEqual({ ...defaultSettings, budget: 2, reading: "agents-only" });
  expect(problems).toEqual([
    {
      parameter: "agents",
      text: "many",
      message: "Agents must be a whole number from 1 to 100,000.",
      usedInstead: "25",
    },
  ]);
});

test("any text is taken, or refused with a message", () => {
  const hostile = fc.dictionary(fc.constantFrom("agents", "budget", "unit", "cache", "__proto__"), fc.string());
  const property = fc.property(hostile, (parameters) => {
    const { problems } = settingsFromParameters(parameters);
    return problems.every(({ message }) => message.length > 10);
  });
  expect(fc.check(property).failed).toBe(false);
});

test("numbers are plain decimals", () => {
  for (const text of ["", " ", "-1", "1e3", "0x10", "Infinity", "NaN", "1,5", "1 000"]) {
    expect(withSettingText(defaultSettings, "perAgentMB", text).state).toBe("refused");
  }
  for (const text of ["34.5", " 34.5 ", "34.50"]) {
    expect(withSettingText(defaultSettings, "perAgentMB", text)).toMatchObject({ value: { perAgentMB: 34.5 } });
  }
  expect(withSettingText(defaultSettings, "baseMB", "-0")).toMatchObject({ value: { baseMB: 0 } });
  expect(withSettingText(defaultSettings, "agents", "2.5").state).toBe("refused");
});

test("changing the unit keeps the budget", () => {
  const inMB = withUnit(defaultSettings, "MB");
  expect(inMB).toMatchObject({ budget: 4294.967296, unit: "MB" });
  expect(withUnit(inMB, "GiB")).toEqual(defaultSettings);
  expect(budgetMB(budgetOf(inMB))).toBe(budgetMB(budgetOf(defaultSettings)));
});
