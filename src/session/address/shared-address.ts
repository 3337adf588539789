// Lets a link that was shared with the installed app open in it: the system hands it over as parameters before the #.

/** In the order in which they are looked at: some systems put the link into the text. */
const FIELDS = ["url", "text", "title"] as const;
/** Routes of this app begin so, wherever the link's own Headroom is. */
const ROUTE = /#(?:\/|%2F)\S*/i;

/** @returns what the address is to be, or null where nothing was shared */
export function withSharedAddress(address: string): string | null {
  const url = new URL(address);
  const given = FIELDS.map((field) => url.searchParams.get(field));
  if (given.every((text) => text === null)) return null;
  for (const field of FIELDS) url.searchParams.delete(field);
  const [route] = given.flatMap((text) => ROUTE.exec(text ?? "")?.[0] ?? []);
  if (route !== undefined) url.hash = route;
  return url.href;
}
