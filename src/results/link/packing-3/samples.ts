// The columnar form of samples in a link of version 3: grouped by series and point, each measure a column of figures.
import { isUncounted, isValid, type Sample } from "../../../measurement/run/sample.ts";
import { BitReader, BitWriter, readWholes, unzigzag, writeWholes, zigzag } from "../coding/bits.ts";
import { VERSION_TWO_LIMITS } from "../../format/version-2.ts";
import { type Entry, type PlainNumbers, readColumn, writeColumn } from "./columns.ts";
import { distributionIds, readDistributions, writeDistributions } from "./distributions.ts";
import { furtherSeries, type Group, groupKey, readOrder, writeOrder } from "./order.ts";

/** The samples of a run: coded numbers, numbers kept as they are, the distinct reasons, and names that must be spelt out. */
export interface PackedSamples {
  readonly numbers: string;
  readonly plain: readonly number[];
  readonly reasons: readonly string[];
  /** Further series, then figures that are not declared, then distributions. */
  readonly names: readonly string[];
}

type Place = Pick<Sample, "series" | "at" | "repeat" | "attempt" | "state">;

/** The order of this list is part of the link format: add at the end only. */
const states = ["valid", "invalid", "failed"] as const satisfies readonly Sample["state"][];
const PLACE_LIMIT = 1_000_000;
const NAMES_LIMIT = VERSION_TWO_LIMITS.samplesMost + 1;

/** What the next sample of a group most likely is: a repetition after one that does not count, else the next repeat. */
function expectedPlace(previous: Place | undefined): { repeat: number; attempt: number } {
  if (previous === undefined) return { repeat: 0, attempt: 0 };
  const again = previous.state !== "valid" && previous.attempt < 2;
  return again
    ? { repeat: previous.repeat, attempt: previous.attempt + 1 }
    : { repeat: previous.repeat + 1, attempt: 0 };
}

function grouped(samples: readonly Sample[], order: readonly Group[]): readonly (readonly Sample[])[] {
  const byKey = new Map<string, Sample[]>(order.map((group) => [groupKey(group), []]));
  for (const sample of samples) byKey.get(groupKey(sample))?.push(sample);
  return [...byKey.values()];
}

/** Packs samples exactly, in their order. @param declared ids of the result's measures, in its order */
export function packSamples(samples: readonly Sample[], declared: readonly string[]): PackedSamples {
  const writer = new BitWriter();
  const plain: number[] = [];
  const write = (values: readonly number[]) => {
    writeWholes(writer, values);
  };
  const series = furtherSeries(samples);
  const known = new Set(declared);
  const used = new Set(samples.filter(isValid).flatMap(({ figures }) => Object.keys(figures)));
  const undeclared = [...used].filter((id) => !known.has(id));
  const distributions = distributionIds(samples.filter(isValid).map((sample) => sample.distributions));
  write([series.length, undeclared.length, distributions.length]);

  const groups = grouped(samples, writeOrder(writer, plain, samples, series));
  const flat = groups.flat();
  write(flat.map(({ state }) => states.indexOf(state)));
  const expected = groups.flatMap((group) => group.map((_, n) => expectedPlace(group[n - 1])));
  write(flat.map(({ repeat }, n) => zigzag(repeat - (expected[n]?.repeat ?? 0))));
  write(flat.map(({ attempt }, n) => zigzag(attempt - (expected[n]?.attempt ?? 0))));
  const disturbed = flat.filter(isUncounted).map(({ reason }) => reason);
  const reasons = [...new Set(disturbed)];
  write(disturbed.map((reason) => reasons.indexOf(reason)));

  const validGroups = groups.map((group) => group.filter(isValid));
  for (const id of [...declared, ...undeclared]) {
    writeColumn(
      writer,
      plain,
      validGroups.map((group) => group.map(({ figures }) => (Object.hasOwn(figures, id) ? figures[id] : undefined))),
    );
  }
  const valid = validGroups.flat();
  writeDistributions(
    writer,
    distributions,
    valid.map((sample) => sample.distributions),
  );
  return { numbers: writer.text(), plain, reasons, names: [...series, ...undeclared, ...distributions] };
}

/** Reads series, point, repeat, attempt and state of every sample, group by group. */
function readPlaces(reader: BitReader, groups: readonly Group[], sizes: readonly number[], count: number): Place[][] {
  const stateCodes = readWholes(reader, count, states.length);
  const repeats = readWholes(reader, count, PLACE_LIMIT);
  const attempts = readWholes(reader, count, PLACE_LIMIT);
  let next = 0;
  return groups.map(({ series, at }, g) => {
    const places: Place[] = [];
    for (let n = 0; n < (sizes[g] ?? 0); n += 1, next += 1) {
      const expected = expectedPlace(places.at(-1));
      places.push({
        series,
        at,
        repeat: expected.repeat + unzigzag(repeats[next] ?? 0),
        attempt: expected.attempt + unzigzag(attempts[next] ?? 0),
        state: states[stateCodes[next] ?? 0] ?? "valid",
      });
    }
    return places;
  });
}

interface Names {
  readonly series: readonly string[];
  readonly undeclared: readonly string[];
  readonly distributions: readonly string[];
}

function readNames(reader: BitReader, names: readonly string[]): Names | null {
  const [series = 0, undeclared = 0, distributions = 0] = readWholes(reader, 3, NAMES_LIMIT);
  const { figureIdsMost } = VERSION_TWO_LIMITS;
  if (series + undeclared + distributions !== names.length) return null;
  if (undeclared > figureIdsMost || distributions > figureIdsMost) return null;
  return {
    series: names.slice(0, series),
    undeclared: names.slice(series, series + undeclared),
    distributions: names.slice(series + undeclared),
  };
}

function figuresOf(ids: readonly string[], columns: readonly (readonly Entry[])[], valid: number): object {
  return Object.fromEntries(
    ids.flatMap((id, column) => {
      const entry = columns[column]?.[valid];
      return entry === undefined ? [] : [[id, entry] as const];
    }),
  );
}

/** The samples of each group, counted ones with their figures and others with their reason. */
function filled(
  reader: BitReader,
  packed: PackedSamples,
  places: readonly (readonly Place[])[],
  plain: PlainNumbers,
  ids: readonly string[],
  distributions: readonly string[],
): unknown[][] | null {
  const sizes = places.map((group) => group.filter(({ state }) => state === "valid").length);
  const validCount = sizes.reduce((sum, size) => sum + size, 0);
  const disturbedCount = places.flat().length - validCount;
  const reasons = readWholes(reader, disturbedCount, Math.max(1, packed.reasons.length));
  const columns = ids.map(() => readColumn(reader, plain, sizes).flat());
  const spread = readDistributions(reader, distributions, validCount);
  if (reader.damaged || !reader.finished || plain.next !== plain.values.length) return null;
  let valid = 0;
  let disturbed = 0;
  return places.map((group) =>
    group.map((place) => {
      if (place.state !== "valid") return { ...place, reason: packed.reasons[reasons[disturbed++] ?? 0] };
      const own = spread[valid];
      const figures = figuresOf(ids, columns, valid++);
      return { ...place, figures, ...(own === undefined ? {} : { distributions: own }) };
    }),
  );
}

/**
 * @param declared ids of the result's measures, in its order
 * @returns the samples, not yet checked against their schema; null where the packed form is damaged
 */
export function unpackSamples(packed: PackedSamples, declared: readonly string[]): unknown[] | null {
  const reader = new BitReader(packed.numbers);
  const names = readNames(reader, packed.names);
  if (names === null) return null;
  const plain: PlainNumbers = { values: [...packed.plain], next: 0 };
  const order = readOrder(reader, plain, names.series);
  if (order === null) return null;
  const { groups, turns } = order;
  const sizes = groups.map(() => 0);
  for (const index of turns) sizes[index] = (sizes[index] ?? 0) + 1;
  const places = readPlaces(reader, groups, sizes, turns.length);
  const queues = filled(reader, packed, places, plain, [...declared, ...names.undeclared], names.distributions);
  if (queues === null) return null;
  const taken = groups.map(() => 0);
  return turns.map((index) => {
    const at = taken[index] ?? 0;
    taken[index] = at + 1;
    return queues[index]?.[at];
  });
}
