// Where the points of a small curve lie in its picture.

/** Points that span more are spaced by their logarithm, as on the large charts. */
const LOGARITHMIC_FROM = 10;

export interface SmallCurve {
  /** Ascending, at least two. */
  readonly at: readonly number[];
  /** As many. */
  readonly values: readonly number[];
}

/** The picture's size and how far from its edges the curve stays, px. */
export interface SmallFrame {
  readonly width: number;
  readonly height: number;
  readonly edge: number;
}

/** How far from the left each place lies, px. */
function acrossOf({ at }: Pick<SmallCurve, "at">, { width, edge }: SmallFrame): (place: number) => number {
  const [least = 0, most = 1] = [at[0], at.at(-1)];
  const isLogarithmic = least > 0 && most / least > LOGARITHMIC_FROM;
  const scaled = (place: number): number => (isLogarithmic ? Math.log(place) : place);
  const span = scaled(most) - scaled(least) || 1;
  return (place) => edge + ((scaled(place) - scaled(least)) / span) * (width - 2 * edge);
}

/** Where each point lies, px. Values begin at 0, so that a flat curve looks flat. */
export function sparklinePlaces(curve: SmallCurve, frame: SmallFrame): readonly (readonly [x: number, y: number])[] {
  const { at, values } = curve;
  const { height, edge } = frame;
  const across = acrossOf(curve, frame);
  const top = Math.max(...values, 0) || 1;
  return at.map((place, n) => [
    across(place),
    height - edge - (Math.max(0, values[n] ?? 0) / top) * (height - 2 * edge),
  ]);
}

/** Where on its line a curve is at a place, px; null beyond its ends. */
export function placeOnLine(
  curve: SmallCurve,
  frame: SmallFrame,
  place: number,
): readonly [x: number, y: number] | null {
  const places = sparklinePlaces(curve, frame);
  const next = curve.at.findIndex((at) => at >= place);
  const [after, before] = [places[next], places[Math.max(0, next - 1)]];
  if (after === undefined || before === undefined || place < (curve.at[0] ?? 0)) return null;
  const x = acrossOf(curve, frame)(place);
  const share = after[0] === before[0] ? 1 : (x - before[0]) / (after[0] - before[0]);
  return [x, before[1] + share * (after[1] - before[1])];
}

/** The places as SVG has them: "3.0,29.0 109.0,3.0". */
export function pointsText(places: readonly (readonly [x: number, y: number])[]): string {
  return places.map((place) => place.map((px) => px.toFixed(1)).join(",")).join(" ");
}
