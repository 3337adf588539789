// Finds the plain form of addresses whose # part came percent-encoded, as messengers send it.

const ENCODED = /^\/?%(25)*2F|^[^?]*%(25)*3F.+%(25)*3D/i;

/** @returns the plain address, or null where this one is not encoded */
export function withPlainHash(address: string): string | null {
  const [start = "", ...rest] = address.split(/#|%23(?=%2F|\/)/i);
  const given = rest.join("#");
  let hash = given;
  try {
    // Each way through a messenger may encode once more.
    for (let time = 0; time < 3 && ENCODED.test(hash); time += 1) {
      hash = decodeURIComponent(hash.replace(/^\/(?=%)/, ""));
    }
  } catch {
    return null;
  }
  return hash === given ? null : `${start}#${hash.replaceAll("#", "%23")}`;
}

/** Goes to the plain form of this page's address, where it is encoded. */
export function openPlainHash(): void {
  const plain = withPlainHash(globalThis.location.href);
  if (plain !== null) globalThis.location.replace(plain);
}
