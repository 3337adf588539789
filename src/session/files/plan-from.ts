// Puts files into the plan: the first curve among them, and demand over time as its growth. What the plan had otherwise stays.
import type { PlannerTexts } from "../../capacity/asked/planner-settings.ts";
import { CURVE_SOURCES, plannedCurve, planWith } from "../../results/planned-curve.ts";
import { curveOfResult, curveOfSeries } from "../../results/planning-rows.ts";
import { lastSearchOf } from "../address/last-search.ts";
import type { GivenFile } from "./given-file.ts";
import { givenTo } from "./lead.ts";
import type { Place } from "./take-files.ts";

type Made = { readonly texts: Partial<PlannerTexts> } | { readonly problem: string };

/** @returns null where the file is nothing to plan from */
function settingsOf(given: GivenFile): Made | null {
  switch (given.kind) {
    case "demand":
      return { texts: { growth: "series", forecast: given.forecast } };
    case "result": {
      const read = curveOfResult(given.result);
      if (read.state === "none") return { problem: read.message };
      const planned = plannedCurve(read.curve, "shared");
      return planned.state === "made" ? planned : { problem: planned.message };
    }
    case "references": {
      const [first] = given.series;
      if (first === undefined) return { problem: "it has no series of measurements." };
      const planned = plannedCurve(curveOfSeries(first), CURVE_SOURCES[first.provenance]);
      return planned.state === "made" ? planned : { problem: planned.message };
    }
    case "library":
    case "foreign":
    case "refused":
      return null;
  }
}

/** @returns what of the files was not planned from, and why */
export async function planFrom(files: readonly GivenFile[], place: Place): Promise<readonly string[]> {
  // Elsewhere than on the planner's page only demand leads here; curves are drawn there.
  const planned = givenTo(place.pathname) === "planner" ? files : files.filter(({ kind }) => kind === "demand");
  const problems = files
    .filter((given) => (given.kind === "result" && !planned.includes(given)) || given.kind === "foreign")
    .map(({ file }) => `${file.name} was not opened: another file led to the plan. Give it to the page by itself.`);
  const texts: Partial<PlannerTexts> = {};
  for (const given of planned) {
    const made = settingsOf(given);
    if (made === null) continue;
    if ("problem" in made) problems.push(`${given.file.name}: ${made.problem}`);
    else if (Object.keys(made.texts).some((name) => name in texts)) {
      problems.push(
        `${given.file.name} was left out: a plan has one curve and one growth, and another file came first.`,
      );
    } else Object.assign(texts, made.texts);
  }
  if (Object.keys(texts).length > 0 && place.isHere()) {
    await place.navigate({ to: "/capacity/plan", search: planWith(lastSearchOf("/capacity/plan"), texts) });
  }
  return problems;
}
