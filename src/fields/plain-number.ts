// Writes a number so that the grammar of typed numbers reads the same one again.

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
