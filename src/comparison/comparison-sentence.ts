// What a comparison found, in one sentence that can be said aloud: better or worse, by how much in the figures that changed most often, and where.
import type { JudgedCell, JudgedComparison } from "../regression/comparison.ts";
import type { FactDifference } from "../regression/fingerprint.ts";
import { isTime } from "../regression/metric.ts";
import { type RowKey, rowText } from "../regression/row-key.ts";
import type { TooFew, Verdict } from "../regression/verdict.ts";
import { formatChange, formatChangeRange } from "../words/change-text.ts";
import { formatCounted } from "../words/format.ts";
import { plain } from "../words/plain-text.ts";
import { rowWords } from "./cells/row-words.ts";
import { rowsApart } from "./cells/rows-apart.ts";
import { changeText, saidFigures, wentSoIn } from "./sentence-figures.ts";
import { listed } from "../words/listed.ts";

/** Settings that a sentence names; the others are notes. */
const NAMED_SETTINGS = 2;
/** Rows that a sentence names one by one. */
const NAMED_ROWS = 3;

const WORSE: ReadonlySet<Verdict["verdict"]> = new Set(["minor", "warning", "critical"]);
const SAME: ReadonlySet<Verdict["verdict"]> = new Set(["no-change", "within-noise"]);

function rowsOf(cells: readonly JudgedCell[]): readonly RowKey[] {
  return [...new Map(cells.map(({ row }) => [rowText(row), row])).values()];
}

/** "from 20 agents on", "up to 5 agents", "from 10 agents to 20 agents", "everywhere", "at 1 agent and 10 agents", "in 3 of 8 rows". */
function placeText(changed: readonly RowKey[], all: readonly RowKey[]): string {
  if (all.length > 1 && changed.length === all.length) return "everywhere";
  const [first] = changed;
  const last = changed.at(-1);
  if (first === undefined || last === undefined) return "";
  const places = changed.map((row) => all.findIndex((one) => rowText(one) === rowText(row)));
  const isRun = places.every((place, n) => place === (places[0] ?? 0) + n);
  const arePoints = all.every(({ kind }) => kind === "point");
  if (arePoints && isRun && changed.length > 1) {
    if (places.at(-1) === all.length - 1) return `from ${rowWords(first)} on`;
    if (places[0] === 0) return `up to ${rowWords(last)}`;
    if (changed.length >= NAMED_ROWS) return `from ${rowWords(first)} to ${rowWords(last)}`;
  }
  return changed.length <= NAMED_ROWS
    ? `at ${listed(changed.map(rowWords))}`
    : `in ${changed.length} of ${formatCounted(all.length, "row")}`;
}

/** The rows in which nothing changed, where they lie together at one end. */
function restText(cells: readonly JudgedCell[], changed: readonly RowKey[], all: readonly RowKey[]): string {
  const texts = new Set(changed.map(rowText));
  const others = all.filter((row) => !texts.has(rowText(row)));
  if (others.length === 0) return "";
  const own = cells.filter(({ row }) => !texts.has(rowText(row)));
  const isSame = own.every(({ outcome }) => SAME.has(outcome.verdict));
  // What changed the other way has a sentence of its own.
  if (own.some(({ outcome }) => outcome.verdict === "improved" || WORSE.has(outcome.verdict))) return "";
  return `; ${placeText(others, all)} ${isSame ? "no difference" : "nothing is certain"}`;
}

/** "throughput is 20% lower and p95 latency 14% higher from 20 agents on"; with a place for each where they changed in other rows. */
function figuresText(cells: readonly JudgedCell[], told: readonly JudgedCell[], all: readonly RowKey[]): string {
  const changed = rowsOf(cells);
  const figures = saidFigures(cells);
  const isOnePlace =
    new Set(figures.map(({ metric }) => metric)).size === figures.length &&
    figures.every((figure) => wentSoIn(figure, changed, told));
  const texts = figures.map((figure, n) => {
    const name = figures[n - 1]?.metric === figure.metric ? "" : `${figure.label} `;
    const text = `${name}${n === 0 ? "is " : ""}${changeText(figure)}`;
    return isOnePlace ? text : `${text} ${placeText(figure.rows, all)}`;
  });
  return isOnePlace ? `${listed(texts)} ${placeText(changed, all)}`.trimStart() : listed(texts);
}

function changedText(word: string, cells: readonly JudgedCell[], comparison: JudgedComparison): string {
  const changed = rowsOf(cells);
  // What is the same at every point is no place on the axis: where points alone changed, the sentence is of points.
  const arePoints = changed.every(({ kind }) => kind === "point");
  const told = arePoints ? comparison.cells.filter(({ row }) => row.kind === "point") : comparison.cells;
  const all = rowsOf(told);
  return `${word}: ${figuresText(cells, told, all)}${restText(told, changed, all)}.`;
}

/** Times and rates make a program slower or faster; what else got worse is worse. */
function wordOf(cells: readonly JudgedCell[], speed: string, other: string): string {
  return cells.some(({ metric }) => isTime(metric) || metric.unit === "op/s") ? speed : other;
}

/** "With placement single-lane instead of pool"; empty where no configuration is asked about. */
function settingsText(question: readonly FactDifference[]): string {
  const named = question.slice(0, NAMED_SETTINGS).map(({ name, was, is }) => plain(`${name} ${is} instead of ${was}`));
  const more = question.length - named.length;
  const parts = more > 0 ? [...named, `${formatCounted(more, "more setting")} changed`] : named;
  return parts.length === 0 ? "" : `With ${listed(parts)}`;
}

/** "With topology ring instead of none it is slower: …", or the sentence alone. @param verb what joins both, such as "it is" */
function withSettings(settings: string, verb: string, sentence: string): string {
  if (settings === "") return sentence;
  const words = `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
  return `${settings} ${verb === "" ? words : `${verb} ${words}`}`;
}

/** Sessions that can be enough to judge single figures by: fewer predict next to nothing of the next one. */
const SESSIONS_LEAST = "five";

/** One session on each side has no repeats: what cannot be judged by that, what helps, and what the others show. */
function singleSessionText(judged: readonly JudgedCell[]): string | null {
  const single = judged.filter(
    ({ outcome }) => outcome.verdict === "inconclusive" && outcome.needsSessions === true,
  ).length;
  if (single === 0) return null;
  const others = judged.length - single;
  const rest = others === 1 ? "the other one" : `the other ${others}`;
  const same = judged.filter(({ outcome }) => SAME.has(outcome.verdict)).length;
  const what = others === 0 ? "by" : `${single} of ${formatCounted(judged.length, "figure")}`;
  const said = `One session on each side is too few to judge ${what}: give ${SESSIONS_LEAST} or more sessions as the baseline.`;
  if (others === 0) return said;
  if (same === 0) return `${said} Of ${rest} nothing is certain.`;
  if (same < others) return `${said} No difference in ${same} of ${rest}.`;
  return `${said} No difference in ${rest}.`;
}

/** A change that noise can explain, and others that cannot be told: neither is called the same. Null where nothing differs that much. */
function noiseText(judged: readonly JudgedCell[]): string | null {
  const within = judged.filter(({ outcome }) => outcome.verdict === "within-noise");
  const [figure] = saidFigures(within.filter(({ metric }) => isTime(metric) || metric.unit === "op/s"));
  if (figure === undefined) return null;
  const where = placeText(figure.rows, rowsOf(judged));
  return `Neither slower nor faster for certain: ${figure.label} is ${changeText(figure)} ${where}, which noise can explain; other figures differ too much to tell.`;
}

/** What of figures is the same however often it is measured, such as the bytes of an agent: that it did not change says nothing of the others. */
function isConstant({ outcome }: JudgedCell): boolean {
  return outcome.verdict === "no-change" && outcome.figures.smallestSeen === 0;
}

/** Figures that a sentence of what did not change counts; constants only where there is nothing else. */
function judgedOf({ cells }: Pick<JudgedComparison, "cells">): readonly JudgedCell[] {
  const judged = cells.filter(({ outcome }) => outcome.verdict !== "not-comparable" && outcome.verdict !== "missing");
  const measured = judged.filter((cell) => !isConstant(cell));
  return measured.length > 0 ? measured : judged;
}

function tooFewOf({ outcome }: JudgedCell): TooFew | null {
  return outcome.verdict === "inconclusive" ? (outcome.tooFew ?? null) : null;
}

/** Whether nothing changed for certain, and more repeats could tell what did: then measuring again is what helps. */
export function needsRepeats(comparison: Pick<JudgedComparison, "cells">): boolean {
  const judged = judgedOf(comparison);
  const isCertain = judged.some(({ outcome }) => outcome.verdict === "improved" || WORSE.has(outcome.verdict));
  return !isCertain && judged.some((cell) => tooFewOf(cell) !== null);
}

/** "It cannot be told: 3 repeats each are too few; 7 each can be enough." Null where repeats are not what is missing. */
function tooFewText(judged: readonly JudgedCell[]): string | null {
  const few = judged.flatMap((cell) => tooFewOf(cell) ?? []);
  const [first] = few;
  if (first === undefined) return null;
  const others = judged.length - few.length;
  const same = judged.filter(({ outcome }) => SAME.has(outcome.verdict)).length;
  const what =
    others === 0 ? "It cannot be told" : `${few.length} of ${formatCounted(judged.length, "figure")} cannot be told`;
  const sizes = new Set(few.map(({ size }) => size));
  const size = sizes.size === 1 ? first.size : "their repeats";
  const how = first.repeatWith === null ? "" : ` (${first.repeatWith})`;
  const verb = size.startsWith("1 ") ? "is" : "are";
  const said = `${what}: ${size} ${verb} too few; ${first.enough} each can be enough${how}.`;
  if (others === 0) return said;
  const rest = others === 1 ? "the other one" : `the other ${others}`;
  if (same === 0) return `${said} Of ${rest} nothing is certain.`;
  return `${said} No difference in ${same === others ? "" : `${same} of `}${rest}.`;
}

/** Where nothing is certain, what the figure that people ask for first did, and between what it may lie; null where no rate and no time has an interval. */
function mainText(judged: readonly JudgedCell[]): string | null {
  const told = judged.filter(({ outcome: { figures } }) => figures.change !== null && figures.interval !== null);
  const main = told.findLast(({ metric }) => metric.unit === "op/s") ?? told.findLast(({ metric }) => isTime(metric));
  if (main === undefined) return null;
  const { change, interval } = main.outcome.figures;
  if (change === null || interval === null) return null;
  const where = placeText([main.row], rowsOf(judged));
  return `Nothing got slower or faster for certain: ${plain(main.metric.label)} ${where} changed by ${formatChange(change)} (${formatChangeRange(interval.low, interval.high)}).`;
}

/**
 * What was found, and with which other settings where those are what is asked.
 * @param question settings that differ on purpose; none where the configuration is one
 * @returns one sentence; of two in both directions both are told
 */
export function comparisonSentence(comparison: JudgedComparison, question: readonly FactDifference[] = []): string {
  const { cells, differences } = comparison;
  const settings = settingsText(question);
  if (cells.length === 0) return "There is nothing to compare.";
  if (differences.length > 0) return "These two cannot be compared.";
  const apart = rowsApart(comparison);
  if (apart !== null) return plain(`${apart.what} ${apart.wayOut}`);
  const worse = cells.filter(({ outcome }) => WORSE.has(outcome.verdict));
  const better = cells.filter(({ outcome }) => outcome.verdict === "improved");
  const parts = [
    ...(worse.length === 0 ? [] : [changedText(wordOf(worse, "Slower", "Worse"), worse, comparison)]),
    ...(better.length === 0 ? [] : [changedText(wordOf(better, "Faster", "Better"), better, comparison)]),
  ];
  if (parts.length > 0) return withSettings(settings, "it is", parts.join(" "));
  const judged = judgedOf(comparison);
  if (judged.length === 0) return "These two have no figure in common.";
  const ofSingle = singleSessionText(judged);
  if (ofSingle !== null) return withSettings(settings, "", ofSingle);
  const ofFew = tooFewText(judged);
  if (ofFew !== null) return withSettings(settings, "", ofFew);
  const same = judged.filter(({ outcome }) => SAME.has(outcome.verdict));
  if (same.length === judged.length) {
    return withSettings(settings, "there is", "No difference that could be told from noise.");
  }
  const noise = same.length === 0 ? null : noiseText(judged);
  if (noise !== null) return withSettings(settings, "it is", noise);
  const main = mainText(judged);
  if (main !== null) return withSettings(settings, "", main);
  if (same.length === 0) {
    return withSettings(settings, "", "Nothing is certain: there are too few figures, or they differ too much.");
  }
  const count = `No difference in ${same.length} of ${formatCounted(judged.length, "figure")}`;
  return withSettings(settings, "there is", `${count}; of the others nothing is certain.`);
}
