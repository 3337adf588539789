// What is wrong at one place of a file, and what is worth a hint.

/** A place in a text; both count from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something that was refused. */
export interface Fault extends Position {
  /** Names the field and the way out. */
  readonly message: string;
  /** `beyond`: Prometheus may read it, Headroom does not. `invalid`: neither does. */
  readonly reach: "beyond" | "invalid";
}

/** Something that was read, and may not be what was meant. */
export interface Hint extends Position {
  readonly message: string;
}
