// Lets https://host/?catalogue=URL lead to the catalogue: what stands before the # moves behind it, before the router reads it.

/** @returns what the address is to be, or null where it stays as it is */
export function withPlainCatalogue(address: string): string | null {
  const url = new URL(address);
  const wanted = url.searchParams.get("catalogue");
  if (wanted === null || !["", "#/"].includes(url.hash)) return null;
  url.searchParams.delete("catalogue");
  url.hash = `/catalogue?${new URLSearchParams({ catalogue: wanted })}`;
  return url.href;
}
