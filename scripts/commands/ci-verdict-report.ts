// The Markdown that CI shows of a verdict: a comment on a pull request, and a job's summary.
import type { ExitCode } from "../../src/comparison/compare-exit.ts";
import { toMarkdownText } from "../../src/results/export-table.ts";
import { plain } from "../../src/words/plain-text.ts";

/** By its first line a comment is found again, to be updated rather than repeated. */
const MARKER = "<!-- headroom-benchmark -->";

/** GitHub takes 65,536 characters. */
const CHARACTERS_MOST = 60_000;
const REASON_MOST = 2_000;

export interface VerdictReport {
  readonly code: ExitCode;
  /** What the code means here, as the commands say it; it may hold text of files. */
  readonly reason: string;
  /** What `npm run regress -- --markdown` wrote; null where it was not reached or refused the input. */
  readonly table: string | null;
  /** Whether the caller lets this code pass. */
  readonly passes: boolean;
  /** A link to the merged result; null where there is none. */
  readonly resultLink: string | null;
}

/** Text of files calls nobody and leads nowhere: mentions and bare addresses are broken by a character without width. */
function quiet(text: string): string {
  return text.replaceAll("@", "@\u200B").replaceAll("://", ":\u200B//").replaceAll(/www\./gi, "www\u200B.");
}

const headings: Readonly<Record<ExitCode, string>> = {
  0: "nothing to judge yet",
  1: "slower",
  2: "the results could not be read",
  3: "the run is not valid",
  4: "not comparable",
};

/** Cut at the end of a line, saying so, with no fold left open; links are last, so they go first. */
function bounded(text: string): string {
  if (text.length <= CHARACTERS_MOST) return text;
  const cut = text.slice(0, CHARACTERS_MOST);
  const kept = cut.slice(0, cut.lastIndexOf("\n") + 1);
  const isOpen = kept.lastIndexOf("\n<details>") > kept.lastIndexOf("\n</details>");
  const end = isOpen ? "\n</details>\n" : "";
  return `${kept}${end}\nThe rest is too long to show here; the files of this run hold all of it.\n`;
}

/** @returns Markdown that begins with the marker of the comment */
export function toCiMarkdown({ code, reason, passes, table, resultLink }: VerdictReport): string {
  const lines = (table ?? `## Headroom: ${headings[code]}\n`)
    .split("\n")
    // Our own link has a line of its own, which text of files cannot begin: its brackets are escaped.
    .map((line) => (line.startsWith("[") ? line : quiet(line)));
  const said = quiet(toMarkdownText(plain(reason).trim().slice(0, REASON_MOST)));
  const allowed = passes ? " It passes, as --not-comparable pass says." : "";
  const about = code === 0 ? said : `**Exit code ${code}.** ${said}${allowed}`;
  const link = resultLink === null ? "" : `\n[Open this result in Headroom](${resultLink})\n`;
  const foot = `\n${about}\n`;
  const whole = `${MARKER}\n${lines.join("\n")}${foot}${link}`;
  if (whole.length <= CHARACTERS_MOST) return whole;
  const withoutLinks = lines.filter((line) => !line.startsWith("[")).join("\n");
  return bounded(`${MARKER}\n${foot.trimStart()}\n${withoutLinks}`);
}
