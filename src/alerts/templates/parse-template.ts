// Parses templates of labels and annotations, and refuses what is not read here when they are written, not when an alert fires.
import { type ActionToken, actionTokens } from "./action-tokens.ts";
import { Action, pipelineAt, Refusal } from "./parse-action.ts";
import type { Template, TemplatePart } from "./template.ts";

export type ReadTemplate =
  | { readonly state: "read"; readonly template: Template }
  | {
      readonly state: "refused";
      /** In UTF-16 units from the start of the text. */
      readonly offset: number;
      readonly message: string;
      /** `beyond`: Prometheus has it, and it is not read here. `invalid`: Prometheus refuses it too. */
      readonly reach: "beyond" | "invalid";
    };

const CHARS_MOST = 10_000;
const BLOCKS_MOST = 50;

type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "action"; readonly tokens: readonly ActionToken[]; readonly start: number; readonly end: number };

const COMMENT = /\{\{(- )?\/\*.*?\*\/( -)?\}\}/sy;
const TRIM_LEFT = /-[ \t\r\n]/y;

/** Cuts a template into text and actions. Trim markers take the blanks beside them away. */
function piecesOf(text: string): readonly Piece[] {
  const parts: Piece[] = [];
  let at = 0;
  let trims = false;
  while (at < text.length) {
    const open = text.indexOf("{{", at);
    const end = open < 0 ? text.length : open;
    TRIM_LEFT.lastIndex = end + 2;
    const trimsLeft = open >= 0 && TRIM_LEFT.test(text);
    let plain = text.slice(at, end);
    if (trims) plain = plain.replace(/^[ \t\r\n]+/, "");
    if (trimsLeft) plain = plain.replace(/[ \t\r\n]+$/, "");
    if (plain !== "") parts.push({ kind: "text", text: plain });
    if (open < 0) return parts;
    COMMENT.lastIndex = open;
    const [comment, , commentTrims] = COMMENT.exec(text) ?? [];
    if (comment !== undefined) {
      at = open + comment.length;
      trims = commentTrims !== undefined;
      continue;
    }
    const cut = actionTokens(text, open + 2 + (trimsLeft ? 1 : 0));
    if (cut.state === "refused") throw new Refusal(cut.offset, cut.message, "invalid");
    parts.push({ kind: "action", tokens: cut.tokens, start: open, end: cut.end - 2 });
    at = cut.end;
    ({ trims } = cut);
  }
  return parts;
}

/** Steps through the pieces, and reads blocks of {{ if }} with what stands in them. */
class Blocks {
  readonly #pieces: readonly Piece[];
  #at = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** The word that opens, divides or ends a block at this piece; null for every other piece. */
  get #word(): string | null {
    const piece = this.#pieces[this.#at];
    const [first] = piece?.kind === "action" ? piece.tokens : [];
    return first?.kind === "word" && ["if", "else", "end"].includes(first.text) ? first.text : null;
  }

  /** The action at this piece, behind some of its first words. */
  #action(words: number): Action {
    const piece = this.#pieces[this.#at];
    return piece?.kind === "action" ? new Action(piece.tokens.slice(words), piece.end) : new Action([], 0);
  }

  #whole(words: number): ReturnType<typeof pipelineAt> {
    const action = this.#action(words);
    const pipeline = pipelineAt(action, 0);
    if (action.token !== null) throw action.invalid("A parenthesis closes what was not opened.");
    this.#at += 1;
    return pipeline;
  }

  #empty(words: number): void {
    const action = this.#action(words);
    if (action.token !== null) throw action.invalid(`${JSON.stringify(action.token.text)} cannot stand here.`);
    this.#at += 1;
  }

  #block(words: number, depth: number): TemplatePart {
    const piece = this.#pieces[this.#at];
    const condition = this.#whole(words);
    const body = this.parts(depth + 1);
    if (this.#word === "else") {
      const next = this.#action(1).token;
      if (next?.kind === "word" && next.text === "if") {
        return { kind: "if", condition, body, otherwise: [this.#block(2, depth + 1)] };
      }
      this.#empty(1);
      const otherwise = this.parts(depth + 1);
      this.#end(piece);
      return { kind: "if", condition, body, otherwise };
    }
    this.#end(piece);
    return { kind: "if", condition, body, otherwise: [] };
  }

  #end(opened: Piece | undefined): void {
    if (this.#word !== "end") {
      throw new Refusal(opened?.kind === "action" ? opened.start : 0, "This if has no {{ end }}.", "invalid");
    }
    this.#empty(1);
  }

  /** Everything up to the end of the block. */
  parts(depth: number): Template {
    if (depth > BLOCKS_MOST) throw this.#action(0).beyond(`More than ${BLOCKS_MOST} ifs inside each other`);
    const parts: TemplatePart[] = [];
    for (let piece = this.#pieces[this.#at]; piece !== undefined; piece = this.#pieces[this.#at]) {
      const word = this.#word;
      if (word === "else" || word === "end") {
        if (depth === 0) throw this.#action(0).invalid(`There is no if that this ${word} belongs to.`);
        break;
      }
      if (piece.kind === "text") {
        parts.push(piece);
        this.#at += 1;
      } else parts.push(word === "if" ? this.#block(1, depth) : { kind: "action", pipeline: this.#whole(0) });
    }
    return parts;
  }
}

/** Parses the template of a label or an annotation. */
export function parseTemplate(text: string): ReadTemplate {
  if (text.length > CHARS_MOST) {
    const message = `This text has more than ${CHARS_MOST} characters. Write a shorter one.`;
    return { state: "refused", offset: CHARS_MOST, message, reach: "beyond" };
  }
  try {
    return { state: "read", template: new Blocks(piecesOf(text)).parts(0) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { state: "refused", offset: error.offset, message: error.message, reach: error.reach };
  }
}
