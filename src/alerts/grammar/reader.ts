// Steps through tokens, and remembers what was understood so far for the message of a refusal.
import type { Token } from "./tokens.ts";

/** Ends reading where the grammar ends. It stays within this folder: its functions answer with unions. */
export class Refusal extends Error {
  readonly offset: number;
  readonly reach: "beyond" | "invalid";

  constructor(offset: number, message: string, reach: "beyond" | "invalid") {
    super(message);
    this.offset = offset;
    this.reach = reach;
  }
}

const END: Token = { kind: "end", text: "", offset: 0 };

export class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  /** What was read so far, in words; null at the start. */
  understood: string | null = null;

  /** @param tokens the last of them `end` */
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get token(): Token {
    return this.#tokens[this.#at] ?? this.#tokens.at(-1) ?? END;
  }

  /** The text of the token behind this one. */
  get following(): string {
    return this.#tokens[this.#at + 1]?.text ?? "";
  }

  /** The token as messages show it. */
  get shown(): string {
    return this.token.kind === "end" ? "the end" : JSON.stringify(this.token.text.slice(0, 40));
  }

  at(symbol: string): boolean {
    return this.token.kind === "symbol" && this.token.text === symbol;
  }

  next(): Token {
    const { token } = this;
    this.#at += 1;
    return token;
  }

  take(symbol: string): void {
    if (!this.at(symbol)) {
      throw this.token.kind === "end"
        ? this.invalid(`"${symbol}" is missing at the end`)
        : this.beyond(`${this.shown} in place of "${symbol}"`);
    }
    this.next();
  }

  #so(message: string): string {
    return this.understood === null ? message : `${message} (understood so far: ${this.understood})`;
  }

  /** It may be PromQL, but not of this grammar. */
  beyond(what: string, offset = this.token.offset): Refusal {
    return new Refusal(offset, this.#so(what), "beyond");
  }

  /** No Prometheus reads this. */
  invalid(message: string, offset = this.token.offset): Refusal {
    return new Refusal(offset, `${this.#so(message)}.`, "invalid");
  }
}
