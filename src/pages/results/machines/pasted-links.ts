// Finds links to results in text that somebody pasted, such as a whole chat, and says which links are none.
import { withPlainHash } from "../../../session/address/plain-hash.ts";
import { formatCount } from "../../../words/format.ts";

export const PASTED_LIMITS = { charactersMost: 2_000_000, linksMost: 40, labelMost: 60, shownMost: 60 } as const;

/** A link to a result, whatever is behind it. */
export interface PastedLink {
  /** What stood before it in its line, such as "Anna's laptop"; empty where nothing did. */
  readonly label: string;
  /** The result as links hold it. */
  readonly payload: string;
}

export interface PastedLinks {
  /** Each once, in the order of the text. */
  readonly links: readonly PastedLink[];
  /** One sentence for each link that leads to no result, or to one that an earlier link leads to. */
  readonly problems: readonly string[];
}

const PAYLOAD = /^\d{1,3}\.[\w-]+$/;
/** What a sentence puts behind a link; messengers may encode it, and the point within a link. */
const BEHIND = /(?:[^\w%-]|%(?:25)*(?:29|2E|2C|3E|5D|22))+$/i;
const ENCODED_POINT = /^(\d{1,3})%(?:25)*2E/i;

/** The result in what stands behind `#/r/`, or by itself. */
function payloadIn(text: string): string {
  return text.replace(BEHIND, "").replace(ENCODED_POINT, "$1.");
}

function shown(word: string): string {
  return word.length <= PASTED_LIMITS.shownMost ? word : `${word.slice(0, PASTED_LIMITS.shownMost)} …`;
}

type Word =
  | { readonly kind: "payload"; readonly payload: string }
  /** A link to a result, of which something is missing. */
  | { readonly kind: "cut"; readonly message: string }
  /** A link to something else, which may have commas in it. */
  | { readonly kind: "elsewhere"; readonly message: string }
  | { readonly kind: "text" };

/** What addresses of Headroom lead to, the longer ones first; other sites may have such addresses too. */
const PAGES: readonly (readonly [address: RegExp, leadsTo: string])[] = [
  [/#\/compare\/./, "a comparison, which opens by itself"],
  [/#\/compare/, "the page of machines"],
  [/#\/capacity\/plan/, "a plan"],
  [/#\/capacity/, "the memory calculator"],
  [/#\/results\/./, "a result in the library of one browser, and does not hold it"],
  [/#\/results/, "the library of one browser"],
  [/#\/catalogue\/./, "a result of a catalogue, and does not hold it"],
  [/#\/catalogue|[?&]catalogue=/, "a catalogue"],
  [/#\/(?:\?|$)/, "the page that measures"],
];

const EXPECTED = "Expected is a link with #/r/ in it, as Copy link on the page of a result makes it.";

function elsewhere(word: string, what: string): Word {
  return { kind: "elsewhere", message: `${shown(word)}: ${what} ${EXPECTED}` };
}

/** A payload by itself, without an address, is longer than any word or number. */
const BARE_LEAST = 24;

/** What one word of the text is. */
function wordKind(word: string): Word {
  const bare = payloadIn(word);
  if (PAYLOAD.test(bare) && bare.length >= BARE_LEAST) return { kind: "payload", payload: bare };
  if (!/:\/\/|#|%23/.test(word)) return { kind: "text" };
  const plain = withPlainHash(word) ?? word;
  const behind = /#\/r\/([^?#&]*)/.exec(plain)?.[1];
  if (behind !== undefined) {
    const payload = payloadIn(behind);
    if (PAYLOAD.test(payload)) return { kind: "payload", payload };
    return /^\d{0,3}(?:\.|$)/.test(payload)
      ? {
          kind: "cut",
          message: `${shown(word)}: this link to a result was cut or changed on its way. Ask for it again.`,
        }
      : elsewhere(word, "what follows #/r/ is no result of Headroom, which begins with a version such as 3.");
  }
  // A hash without an address is somebody's word, unless it is that of a page.
  const page = PAGES.find(([address]) => address.test(plain));
  if (!plain.includes("://") && (page === undefined || !/^#\/\w/.test(plain))) return { kind: "text" };
  return page === undefined
    ? elsewhere(word, "this is a link to something else, not to a result of Headroom.")
    : elsewhere(word, `this looks like a link of Headroom, but it leads to ${page[1]}.`);
}

/** The words of a line, with what each is. Commas part words, but those in a link to something else are its own. */
function wordsOf(line: string): readonly (readonly [word: string, read: Word])[] {
  return line.split(/[\s<>"]+/).flatMap((run) => {
    const words: (readonly [string, Word])[] = [];
    for (const word of run.split(/[,;]+/).filter(Boolean)) {
      if (words.at(-1)?.[1].kind === "elsewhere" && !/:\/\/|#\//.test(word)) continue;
      words.push([word, wordKind(word)]);
    }
    return words;
  });
}

/** "- Anna's laptop:" → "Anna's laptop". */
function labelOf(words: readonly string[]): string {
  const text = words.join(" ").replaceAll(/^[\s\-–—*•:,;]+|[\s\-–—*•:,;(<"]+$/g, "");
  return text.slice(0, PASTED_LIMITS.labelMost);
}

/** "Ben: the same as Anna, so it is left out." A name that comes second is the name where none came first. */
function told(again: PastedLink, known: PastedLink): { readonly link: PastedLink; readonly problem: string } {
  const name = again.label === "" ? shown(again.payload) : again.label;
  return known.label === "" || known.label === again.label
    ? {
        link: { ...known, label: known.label === "" ? again.label : known.label },
        problem: `${name}: this link is there twice, and is read once.`,
      }
    : { link: known, problem: `${name}: the same as ${known.label}, so it is left out.` };
}

/** Reads text of unknown origin. Words that are no links name the link behind them in their line. */
export function pastedLinks(text: string): PastedLinks {
  if (text.length > PASTED_LIMITS.charactersMost) {
    const most = formatCount(PASTED_LIMITS.charactersMost);
    return { links: [], problems: [`This text is longer than ${most} characters. Paste fewer links at once.`] };
  }
  const links = new Map<string, PastedLink>();
  const problems = new Set<string>();
  let leftOut = 0;
  for (const line of text.split(/[\r\n]+/)) {
    let before: string[] = [];
    for (const [word, read] of wordsOf(line)) {
      if (read.kind === "text") {
        before.push(word);
        continue;
      }
      if (read.kind === "payload") {
        const link = { label: labelOf(before), payload: read.payload };
        const known = links.get(link.payload);
        if (known !== undefined) {
          const again = told(link, known);
          links.set(link.payload, again.link);
          problems.add(again.problem);
        } else if (links.size < PASTED_LIMITS.linksMost) links.set(link.payload, link);
        else leftOut += 1;
      } else problems.add(read.message);
      before = [];
    }
  }
  if (leftOut > 0) {
    problems.add(
      `At most ${PASTED_LIMITS.linksMost} links are read at once; ${formatCount(leftOut)} more were left out.`,
    );
  }
  return { links: [...links.values()], problems: [...problems] };
}
