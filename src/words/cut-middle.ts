// Shortens a name for its place on the page alone: it is kept whole, and cut in its middle, since names of files differ at their ends.

/** The name, with at most so many characters. @param most three at least */
export function cutMiddle(name: string, most: number): string {
  if (name.length <= most) return name;
  const characters = Array.from(name);
  if (characters.length <= most) return name;
  const end = Math.floor(most / 2);
  return `${characters.slice(0, most - 1 - end).join("")}…${characters.slice(-end).join("")}`;
}
