// Numbers as Go writes them: the shortest text of a float, and the rounded ones of %f and %g. Prometheus prints all its values so.

interface Decimal {
  /** Significant digits; the point is behind the first. */
  readonly digits: string;
  /** The value is digits × 10^exponent. */
  readonly exponent: number;
}

/** JavaScript writes at most so many digits. No tie between two shorter texts needs more. */
const DIGITS_MOST = 100;

function decimalOf(scientific: string): Decimal {
  const [mantissa = "0", exponent = "0"] = scientific.split("e");
  return { digits: mantissa.replace(".", ""), exponent: Number(exponent) };
}

/** Go rounds a value that is exactly between two texts to the even digit; JavaScript takes the larger one. */
function rounded(magnitude: number, digits: number): Decimal {
  const usual = decimalOf(magnitude.toExponential(digits - 1));
  const exact = decimalOf(magnitude.toExponential(DIGITS_MOST));
  const kept = exact.digits.slice(0, digits);
  const isTie = /^50*$/.test(exact.digits.slice(digits));
  return isTie && Number(kept.at(-1)) % 2 === 0 ? { digits: kept, exponent: exact.exponent } : usual;
}

function scientific({ digits, exponent }: Decimal): string {
  const rest = digits.slice(1);
  const power = String(Math.abs(exponent)).padStart(2, "0");
  return `${digits.slice(0, 1)}${rest === "" ? "" : `.${rest}`}e${exponent < 0 ? "-" : "+"}${power}`;
}

function positional({ digits, exponent }: Decimal): string {
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const fraction = digits.slice(exponent + 1);
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** Go takes an exponent below 1e-4, and from 10 to the number of digits on. */
function general(decimal: Decimal, digits: number): string {
  const trimmed = { ...decimal, digits: decimal.digits.replace(/(?<=.)0+$/, "") };
  return trimmed.exponent < -4 || trimmed.exponent >= digits ? scientific(trimmed) : positional(trimmed);
}

/** Signs, and what is no number in the usual sense. */
function signed(value: number, textOf: (magnitude: number) => string): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  return `${value < 0 || Object.is(value, -0) ? "-" : ""}${textOf(Math.abs(value))}`;
}

/** The shortest text that is read back as the same value: 120, 1e+06. What `{{ $value }}` prints. @see strconv.FormatFloat of Go */
export function shortestFloat(value: number): string {
  return signed(value, (magnitude) => general(decimalOf(magnitude.toExponential()), 6));
}

/** %.<digits>g. @param digits significant digits, at least 1 and at most 100 */
export function generalFloat(value: number, digits: number): string {
  return signed(value, (magnitude) => general(rounded(magnitude, digits), digits));
}

/** %.<decimals>f. @param decimals digits behind the point, from 0 to 100 */
export function fixedFloat(value: number, decimals: number): string {
  return signed(value, (magnitude) => {
    if (magnitude >= 1e21) return `${BigInt(magnitude)}${decimals === 0 ? "" : `.${"0".repeat(decimals)}`}`;
    const exact = magnitude.toFixed(DIGITS_MOST);
    const point = exact.indexOf(".");
    const kept = exact.slice(0, decimals === 0 ? point : point + 1 + decimals);
    const rest = exact.slice(point + 1 + decimals);
    return /^50*$/.test(rest) && Number(kept.at(-1)) % 2 === 0 ? kept : magnitude.toFixed(decimals);
  });
}
