// The calculator's settings: the address and the form read alike, and one bad parameter does not void the others.
import fc from "fast-check";
import { expect, test } from "vitest";
import { BUDGET_UNITS, budgetMB, READINGS } from "./memory.ts";
import {
  budgetOf,
  constantsOf,
  defaultSettings,
  parametersFor,
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
  measuredAt: fc.constantFrom("", "2026-11-26T12:00:00.000Z"),
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

test("constants that were measured say when, until somebody types over them", () => {
  const parameters = parametersFor({ baseMB: 4.123_456, perAgentMB: 0.000_2 }, "2026-11-26T12:00:00.000Z");
  expect(parameters).toEqual({
    base: "4.123",
    "per-agent": "0.001",
    cache: "0",
    measured: "2026-11-26T12:00:00.000Z",
  });
  const { settings: read, problems } = settingsFromParameters(parameters);
  expect(problems).toEqual([]);
  const typed = withSettingText(read, "perAgentMB", "35");
  expect(typed).toMatchObject({ state: "read", value: { perAgentMB: 35, measuredAt: "" } });
  expect(withSettingText(read, "agents", "50")).toMatchObject({ value: { measuredAt: read.measuredAt } });
  expect(settingsFromParameters({ measured: "<b>yesterday</b>" }).problems[0]?.message).toMatch(/^Measured must be/);
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
