// The part of a timeline that is drawn stays on the axis, and shows ops above their phases.
import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleProfile } from "../../profile/fixtures/sample-profile.ts";
import { drawnIn, endOf, firstWindow, moved, zoomed } from "./flame-window.ts";

const { workers } = sampleProfile();
const endNs = endOf(workers);

test("the first view begins with the first span and shows a few ops", () => {
  const first = firstWindow(workers);
  expect(first.fromNs).toBe(0);
  expect(first.widthNs).toBeGreaterThan(20_000);
  expect(firstWindow([{ agents: 1, spans: [] }]).fromNs).toBe(0);
});

test("however it is moved and zoomed, the window stays on the axis", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(-1, -0.5, 0.5, 1, 2, 4), { maxLength: 30 }), (steps) => {
      let view = firstWindow(workers);
      for (const step of steps)
        view = step > 1 ? zoomed(view, 1 / step, endNs) : moved(zoomed(view, 1.5, endNs), step, endNs);
      expect(view.fromNs).toBeGreaterThanOrEqual(0);
      expect(view.fromNs + view.widthNs).toBeLessThanOrEqual(endNs + 1e-6);
    }),
  );
});

test("ops stand above their phases, waiting and reading beside ops, and what is too narrow is left out", () => {
  const whole = { fromNs: 0, widthNs: endNs };
  const drawn = drawnIn(workers[0]?.spans ?? [], whole, 0);
  const rowOf = (kind: string) => new Set(drawn.filter(({ span }) => span.kind === kind).map(({ row }) => row));
  expect(rowOf("op")).toEqual(new Set([0]));
  expect(rowOf("wait")).toEqual(new Set([0]));
  expect(rowOf("infer-policies")).toEqual(new Set([1]));
  expect(drawnIn(workers[0]?.spans ?? [], whole, 0.1).every(({ width }) => width >= 0.1)).toBe(true);
  expect(drawn.every(({ left, width }) => left >= 0 && left + width <= 1 + 1e-9)).toBe(true);
});
