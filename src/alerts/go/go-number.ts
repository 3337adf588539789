// Reads numbers as PromQL and Go do: decimal, hexadecimal, octal with a leading zero, exponents, Inf and NaN.

const INT64_MOST = 2n ** 63n - 1n;
const DECIMAL = /^(\d+(_\d+)*(\.(\d+(_\d+)*)?)?|\.\d+(_\d+)*)([eE][+-]?\d+(_\d+)*)?$/;
const HEXADECIMAL = /^0[xX]_?[0-9a-fA-F]+(_[0-9a-fA-F]+)*$/;
const OCTAL = /^0(_?[0-7]+)*$/;

function whole(text: string): number | null {
  const value = BigInt(text);
  return value > INT64_MOST ? null : Number(value);
}

/**
 * A number without sign, as PromQL has it. `010` is 8, as in Prometheus.
 * @returns null for what is none
 */
export function promNumber(text: string): number | null {
  if (/^inf$/i.test(text)) return Infinity;
  if (/^nan$/i.test(text)) return NaN;
  const plain = text.replaceAll("_", "");
  if (HEXADECIMAL.test(text)) return whole(plain);
  if (!DECIMAL.test(text)) return null;
  return (OCTAL.test(text) ? whole(`0o0${plain}`) : null) ?? Number(plain);
}

/** A float as strconv.ParseFloat reads it, with sign, where templates turn a text into a number. @returns null for what is none */
export function goFloat(text: string): number | null {
  const [, sign = "", rest = ""] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  const magnitude = /^inf(inity)?$/i.test(rest) ? Infinity : DECIMAL.test(rest) ? Number(rest) : null;
  if (magnitude === null) return /^nan$/i.test(text) ? NaN : null;
  return Number.isNaN(magnitude) || (magnitude === Infinity && /^\d/.test(rest))
    ? null
    : sign === "-"
      ? -magnitude
      : magnitude;
}
