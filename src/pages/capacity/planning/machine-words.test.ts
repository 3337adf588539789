// Machines are named in words that can be said aloud: one and several, a cloud's and one's own, with and without a given name.
import { expect, test } from "vitest";
import { requestFrom } from "../../../capacity/answer/plan-answer.ts";
import { defaultTexts, settingsOf } from "../../../capacity/asked/planner-settings.ts";
import { textsAt } from "../../../capacity/asked/where.ts";
import { planningCurve } from "../../../capacity/asked/planning-curve.ts";
import { equalPlan } from "../../../capacity/plan/planner.ts";
import { planSentence } from "./answer-sentence.ts";
import { furtherMachines, machinesInWords, machinesText } from "./machine-words.ts";

const cloud = {
  name: "e2-standard-4",
  platform: "gke",
  memoryGiB: 16,
  vcpu: 4,
  podsMost: 110,
  pricePerHour: 0.134,
} as const;
const unnamed = { ...cloud, name: "machine 1", platform: "whole", pricePerHour: null } as const;
const named = { ...unnamed, name: "rack server" } as const;

test.each([
  [1, cloud, "one e2-standard-4", "1 × e2-standard-4"],
  [2, cloud, "2 e2-standard-4", "2 × e2-standard-4"],
  [1, unnamed, "one of your machines (machine 1)", "1 machine like yours (machine 1)"],
  [2, unnamed, "2 of your machines (machine 1)", "2 machines like yours (machine 1)"],
  [1, named, "one of your machines (rack server)", "1 machine like yours (rack server)"],
  [2, named, "2 of your machines (rack server)", "2 machines like yours (rack server)"],
])("%i of %o", (count, machine, held, further) => {
  expect(machinesInWords(count, machine)).toBe(held);
  expect(furtherMachines(count, machine)).toBe(further);
});

test("a plan on machines of one's own says so in its sentence and in short", () => {
  const settings = settingsOf({ ...defaultTexts, ...textsAt("own", defaultTexts) });
  const request = requestFrom(settings);
  const outcome = equalPlan(request);
  if (outcome.state !== "planned") throw new Error("There should be a plan.");
  const said = planSentence(outcome.plan, request, planningCurve(settings));
  expect(said).toContain(" on 2 of your machines (machine 1): ");
  expect(machinesText(outcome.plan)).toBe("2 of your machines (machine 1)");
});
