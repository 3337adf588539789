// Writes a number so that the grammar of typed numbers reads the same one again, and says so of one with an exponent.

/** The shortest plain decimal that numberOfText reads as this number again, never with an exponent. @param value finite */
export function plainText(value: number): string {
  const [digits = "", exponent] = String(value).split("e");
  if (exponent === undefined) return digits;
  const [whole = "", fraction = ""] = digits.replace("-", "").split(".");
  const places = Number(exponent);
  const figures = whole + fraction;
  const sign = value < 0 ? "-" : "";
  return places < 0 ? `${sign}0.${"0".repeat(-places - 1)}${figures}` : `${sign}${figures.padEnd(places + 1, "0")}`;
}

/** Longer numbers are beyond every bound. */
const PLAIN_MOST = 40;

/**
 * " Write 1000 instead of 1e3.", since typed numbers have no exponent; nothing for any other text.
 * @param isTaken whether the plain number would be taken
 */
export function exponentHint(text: string, isTaken: (plain: string) => boolean): string {
  const typed = text.trim();
  if (typed.length > PLAIN_MOST || !/^-?(\d+(\.\d*)?|\.\d+)e[+-]?\d+$/i.test(typed)) return "";
  const plain = Number.isFinite(Number(typed)) ? plainText(Number(typed)) : "";
  return plain !== "" && plain.length <= PLAIN_MOST && isTaken(plain) ? ` Write ${plain} instead of ${typed}.` : "";
}
