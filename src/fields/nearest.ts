// Finds the known name that a mistyped one most likely means.

/** Levenshtein distance: how many letters must be put in, taken out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Longer names are never mistyped ones of ours, and would cost time. */
const NAME_MOST = 40;

/** @returns the known name that is nearest, or null where none is near: more than a third of the letters differ, unless one begins with the other */
export function nearestOf(name: string, known: readonly string[]): string | null {
  if (name.length === 0 || name.length > NAME_MOST) return null;
  const ranked = known
    .map((candidate) => {
      const part = candidate.startsWith(name) || name.startsWith(candidate);
      return { candidate, by: part ? Math.min(1, candidate.length - 1) : distance(name, candidate) };
    })
    .sort((a, b) => a.by - b.by);
  const [first] = ranked;
  if (first === undefined) return null;
  return first.by <= Math.max(1, Math.floor(Math.max(name.length, first.candidate.length) / 3))
    ? first.candidate
    : null;
}
