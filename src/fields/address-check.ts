// A check over the parameters of an address, by which a link that was cut or changed on its way is told.

/** The name of the parameter that holds the check. It stands last, so that a cut takes it first. */
const CHECK_PARAMETER = "check";

const CRC_POLYNOMIAL = 0xed_b8_83_20;

/** CRC-32 of UTF-16 code units, two bytes each: any change within 32 bits in a row is certain to be told. Source: ISO 3309. */
function crc32(text: string): number {
  let crc = 0xff_ff_ff_ff;
  for (let at = 0; at < text.length; at += 1) {
    crc ^= text.charCodeAt(at);
    for (let bit = 0; bit < 16; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ CRC_POLYNOMIAL : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** As an address gives it back: half of a surrogate pair does not survive it. */
function asCarried(text: string): string {
  return text.toWellFormed();
}

/**
 * The check of parameters, eight hexadecimal digits. Their order does not matter, since it does not change what is asked.
 * @param parameters texts by name; a check among them is left out
 * @param path what else the address says before its parameters; "" where it only names a page
 */
function checkOf(parameters: Readonly<Record<string, string>>, path = ""): string {
  const entries = Object.entries(parameters)
    .filter(([name]) => name !== CHECK_PARAMETER)
    .map(([name, value]) => [asCarried(name), asCarried(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return crc32(JSON.stringify([asCarried(path), entries]))
    .toString(16)
    .padStart(8, "0");
}

/** The parameters with their check, which stands last. */
export function withCheck(parameters: Readonly<Record<string, string>>, path = ""): Record<string, string> {
  const { [CHECK_PARAMETER]: _, ...others } = parameters;
  return { ...others, [CHECK_PARAMETER]: checkOf(others, path) };
}

/** Whether the parameters are those that the check was made of; "none" where there is no check. */
export function checkStateOf(parameters: Readonly<Record<string, string>>, path = ""): "right" | "wrong" | "none" {
  if (!Object.hasOwn(parameters, CHECK_PARAMETER)) return "none";
  return parameters[CHECK_PARAMETER] === checkOf(parameters, path) ? "right" : "wrong";
}

/** What is said of a link that is not as it was made. @param what the link leads to, such as "plan" */
export function damagedLinkText(what: string): string {
  return `This link was cut or changed on its way, so the ${what} that it asks for is not known. Ask for it again, and take the whole link.`;
}
