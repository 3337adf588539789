// The matrix says of each engine and journey what happened, and never leaves out that an engine was not tried.
import { expect, test } from "vitest";
import { engineMatrix } from "./engine-matrix.mjs";

test("each journey stands beside each engine, and a skipped engine says why", () => {
  const matrix = engineMatrix([
    {
      engine: "Chromium",
      journeys: [
        { title: "run", ok: true },
        { title: "plan", ok: false },
      ],
    },
    { engine: "Firefox", journeys: [{ title: "run", ok: true }] },
    { engine: "WebKitGTK", skipped: "there is none" },
  ]);
  expect(matrix.split("\n")).toEqual([
    "journey   Chromium    Firefox  WebKitGTK",
    "run         passed     passed    skipped",
    "plan        FAILED          –    skipped",
    "▲ WebKitGTK was skipped: there is none.",
  ]);
});
