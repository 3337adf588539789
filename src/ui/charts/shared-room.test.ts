// Charts beside each other take the most room that any of them needs on each side.
import { expect, test } from "vitest";
import { mostRoom } from "./shared-room.tsx";

test("each side is that of the chart that needs most there", () => {
  expect(
    mostRoom([
      { right: 80, left: 56 },
      { right: 16, left: 71 },
    ]),
  ).toEqual({ right: 80, left: 71 });
});

test("one chart alone has its own, and none takes nothing", () => {
  expect(mostRoom([{ right: 16, left: 56 }])).toEqual({ right: 16, left: 56 });
  expect(mostRoom([])).toEqual({ right: 0, left: 0 });
});
