// Charts beside each other take the most room that any of them needs on each side.
import { expect, test } from "vitest";
import { mostRoom } from "./shared-room.tsx";

test("each side is that of the chart that needs most there", () => {
  expect(
    mostRoom([
      { top: 8, right: 80, left: 56 },
      { top: 32, right: 16, left: 71 },
    ]),
  ).toEqual({ top: 32, right: 80, left: 71 });
});

test("one chart alone has its own, and none takes nothing", () => {
  expect(mostRoom([{ top: 8, right: 16, left: 56 }])).toEqual({ top: 8, right: 16, left: 56 });
  expect(mostRoom([])).toEqual({ top: 0, right: 0, left: 0 });
});
