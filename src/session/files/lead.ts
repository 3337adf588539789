// Where files lead that somebody gave to a page: one place for all of them, by what they are and where they were given.

/** What a file turned out to be. */
export type FileKind = "library" | "result" | "references" | "foreign" | "demand" | "refused";

/** Pages that treat files in their own way. */
export type GivenTo = "planner" | "comparing" | "other";

/** `compare`: with what is compared already. `wait`: one alone waits on Results. `draw`: into the charts of the Benchmark page. */
export type Lead = "compare" | "wait" | "show" | "draw" | "plan" | "library" | "nowhere";

/** @param pathname of the page that is shown */
export function givenTo(pathname: string): GivenTo {
  if (pathname === "/capacity/plan") return "planner";
  return /^\/results\/?$|^\/compare(\/|$)/.test(pathname) ? "comparing" : "other";
}

/** Whether the page shows a result, beside whose curves others can be drawn. */
export function showsCurves(pathname: string): boolean {
  return /^\/$|^\/r\/|^\/results\/[^/]+$|^\/catalogue\/./.test(pathname);
}

/** Files that are compared: curves only where the page is about comparing, since elsewhere they are drawn. */
export function isCompared(kind: FileKind, to: GivenTo): boolean {
  return kind === "result" || kind === "foreign" || (kind === "references" && to === "comparing");
}

/**
 * @param kinds of the files, in their order
 * @param to where they were given
 * @param waiting how many results that page compares, or has ticked to be compared
 */
export function leadOf(kinds: readonly FileKind[], to: GivenTo, waiting: number): Lead {
  const has = (kind: FileKind): boolean => kinds.includes(kind);
  if (has("demand") || (to === "planner" && (has("result") || has("references")))) return "plan";
  const compared = kinds.filter((kind) => isCompared(kind, to)).length;
  if (compared > 0 && compared + waiting >= 2) return "compare";
  if (has("result")) return "show";
  if (has("foreign")) return "wait";
  if (has("references")) return "draw";
  return has("library") ? "library" : "nowhere";
}
