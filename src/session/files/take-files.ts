// Takes files in and leads to the page that shows what they are. It loads when somebody gives a file to the page.
import type { UseNavigateResult } from "@tanstack/react-router";
import {
  COMPARED_MOST,
  compareAddress,
  joinSources,
  openedSource,
  readCompareAddress,
  splitSources,
} from "../../comparison/compare-address.ts";
import { addOpened } from "../../comparison/opened-files.ts";
import { readSide } from "../../comparison/read-side.ts";
import { resultSide } from "../../comparison/side.ts";
import { drawsReferences } from "../../scenarios/references.ts";
import { scenarios } from "../../scenarios/registry.ts";
import { experimentFrom } from "../../scenarios/experiments.ts";
import { configurationAt, textsOf } from "../../scenarios/texts.ts";
import { addSeries } from "../sources/reference-store.ts";
import type { SearchText } from "../address/search-text.ts";
import { type GivenFile, readGiven } from "./given-file.ts";
import { importFiles } from "./import-files.ts";
import { givenTo, isCompared, leadOf, showsCurves } from "./lead.ts";
import { planFrom } from "./plan-from.ts";
import { showResult } from "./show-result.ts";
import { tell } from "./told.ts";

/** The page that files were given to. */
export interface Place {
  readonly pathname: string;
  readonly search: SearchText;
  readonly navigate: UseNavigateResult<string>;
  /** Whether it is still shown. */
  readonly isHere: () => boolean;
}

/** What that page compares, or has ticked. */
function comparedAt({ pathname, search }: Place): readonly string[] {
  if (pathname.startsWith("/results")) return splitSources(search["compare"] ?? "");
  const path = /^\/compare\/(.+)$/.exec(pathname)?.[1];
  if (path === undefined) return [];
  // Commas come encoded from the router.
  const read = readCompareAddress(path.replaceAll("%2C", ","), search);
  return read.state === "read" ? splitSources(read.sources) : [];
}

/** @returns the file as a source of a comparison, or why it is none */
async function sourceOf(given: GivenFile): Promise<{ readonly source: string } | { readonly problem: string }> {
  const { file } = given;
  if (given.kind === "foreign") return { source: openedSource(addOpened(given.side)) };
  if (given.kind === "result") {
    const side = resultSide(file.name, given.result, await file.text());
    return { source: openedSource(addOpened(side)) };
  }
  const read = readSide(file.name, await file.text());
  return read.state === "read"
    ? { source: openedSource(addOpened(read.side)) }
    : { problem: `${file.name}: ${read.message}` };
}

async function compare(files: readonly GivenFile[], place: Place): Promise<readonly string[]> {
  const made = await Promise.all(files.map(sourceOf));
  const problems = made.flatMap((one) => ("problem" in one ? [one.problem] : []));
  const before = comparedAt(place);
  const all = [...new Set([...before, ...made.flatMap((one) => ("source" in one ? [one.source] : []))])];
  if (all.length > COMPARED_MOST) {
    return [...problems, `At most ${COMPARED_MOST} are compared, and these are ${all.length}. Choose fewer.`];
  }
  if (!place.isHere()) return problems;
  if (all.length >= 2) await place.navigate({ to: "/compare/$sources", ...compareAddress(all) });
  else if (all.length === 1) await place.navigate({ to: "/results", search: { compare: joinSources(all) } });
  return problems;
}

/** Where curves are drawn: here, or beside a scaling run. */
async function draw({ pathname, search, navigate, isHere }: Place): Promise<void> {
  const isDrawnHere =
    pathname === "/" ? drawsReferences(experimentFrom(configurationAt(search).configuration)) : showsCurves(pathname);
  if (isDrawnHere || !isHere()) return;
  await navigate({ to: "/", search: textsOf(scenarios.scaling.standard()) });
}

/** Takes all of them to where they lead. @returns what went wrong on the way */
async function lead(given: readonly GivenFile[], place: Place): Promise<readonly string[]> {
  const to = givenTo(place.pathname);
  const way = leadOf(
    given.map(({ kind }) => kind),
    to,
    comparedAt(place).length,
  );
  const compares = way === "compare" || way === "wait";
  for (const one of given) {
    if (one.kind === "references" && !(compares && isCompared(one.kind, to))) addSeries(one.series);
  }
  switch (way) {
    case "compare":
    case "wait":
      return compare(
        given.filter(({ kind }) => isCompared(kind, to)),
        place,
      );
    case "show": {
      const shown = given.find((one) => one.kind === "result");
      return shown === undefined ? [] : showResult(shown.file.name, shown.result, place);
    }
    case "plan":
      return planFrom(given, place);
    case "draw":
      await draw(place);
      return [];
    case "library":
      if (place.pathname !== "/results" && place.isHere()) await place.navigate({ to: "/results" });
      return [];
    case "nowhere":
      return [];
  }
}

function notesOf(given: GivenFile): readonly string[] {
  switch (given.kind) {
    case "refused":
      return [`${given.file.name}: ${given.message}`];
    case "references":
    case "demand":
      return given.notes.map((note) => `${given.file.name}: ${note}`);
    case "library":
    case "result":
    case "foreign":
      return [];
  }
}

/** `library`: results are kept there, and none of them is opened. `page`: they lead to where they are shown or compared. */
export type ResultsGo = "library" | "page";

/** Takes files in, each by what it is, and leads to where they belong. Never throws. */
export async function takeFiles(files: readonly File[], place: Place, resultsGo: ResultsGo): Promise<void> {
  const given: GivenFile[] = [];
  for (const file of files) given.push(await readGiven(file));
  const libraries = given.flatMap(({ kind, file }) => (kind === "library" ? [file] : []));
  const results = given.flatMap((one) =>
    one.kind === "result" && resultsGo === "library" ? [{ fileName: one.file.name, result: one.result }] : [],
  );
  const leading = resultsGo === "library" ? given.filter(({ kind }) => kind !== "result") : given;
  const imported = await importFiles(libraries, results);
  const problems = [...given.flatMap(notesOf), ...imported.problems];
  tell(problems);
  try {
    tell([...problems, ...(await lead(leading, place))], imported.notices);
  } catch {
    const notFetched = "The files could not be opened: a part of Headroom could not be fetched. Try again.";
    tell([...problems, notFetched], imported.notices);
  }
}
