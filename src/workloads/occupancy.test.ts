// Reading an all-to-all round agrees with the plain loop.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readMessages } from "./occupancy.ts";
import { seededRandom } from "./chance.ts";

function naive(messages: Float64Array, length: number, senders: number, receiver: number): number[] {
  return Array.from({ length }, (_, s) => {
    let sum = 0;
    for (let j = 0; j < senders; j += 1) if (j !== receiver) sum += messages[j * length + s]!;
    return sum;
  });
}

test("one agent hears nobody", () => {
  const receiver = new Float64Array(3).fill(9);
  expect(readMessages(Float64Array.of(1, 2, 3), 3, 1, 0, [receiver])).toBe(0);
  expect(Array.from(receiver)).toEqual([0, 0, 0]);
});

test("its own message is left out exactly, not subtracted", () => {
  const receivers = Array.from({ length: 8 }, () => new Float64Array(1));
  const messages = Float64Array.from({ length: 8 }, (_, j) => (j === 2 ? 1e30 : 1));
  readMessages(messages, 1, 8, 0, receivers);
  expect(receivers[2]![0]).toBe(7);
});

test("any slice of receivers among any number of senders agrees with the plain loop", () => {
  const slice = fc
    .record({ senders: fc.integer({ min: 1, max: 23 }), length: fc.integer({ min: 1, max: 17 }) })
    .chain(({ senders, length }) =>
      fc.record({
        senders: fc.constant(senders),
        length: fc.constant(length),
        bounds: fc.tuple(fc.integer({ min: 0, max: senders }), fc.integer({ min: 0, max: senders })),
        seed: fc.integer(),
      }),
    );
  fc.assert(
    fc.property(slice, ({ senders, length, bounds, seed }) => {
      const random = seededRandom(seed);
      const messages = Float64Array.from({ length: senders * length }, random);
      const [first, last] = [Math.min(...bounds), Math.max(...bounds)];
      const receivers = Array.from({ length: last - first }, () => new Float64Array(length).fill(5));
      const read = readMessages(messages, length, senders, first, receivers);
      expect(read).toBe(receivers.length * (senders - 1));
      for (const [i, receiver] of receivers.entries()) {
        const expected = naive(messages, length, senders, first + i);
        for (const [s, value] of expected.entries()) expect(receiver[s]).toBeCloseTo(value, 12);
      }
    }),
  );
});
