// What a person can watch of a scenario, step by step on the page: it is played for the eye, and nothing is measured meanwhile.

/** Something in a cell. */
interface WatchedMark {
  readonly cell: number;
  /** One of the kinds that the watch declares. */
  readonly kind: string;
}

export interface WatchedFrame {
  readonly marks: readonly WatchedMark[];
  /** The cell that is looked for. */
  readonly target: number;
  /** How likely each cell is held to be it, 0 to 1, row by row. */
  readonly heat: readonly number[];
  /** What is seen, in a sentence. */
  readonly text: string;
  readonly isOver: boolean;
}

/** One episode. */
export interface Watched {
  /** Cells on a side of the grid. */
  readonly side: number;
  /** Plays a round. @returns what is seen after it; the first call shows the start */
  next(): WatchedFrame;
}

export interface Watch {
  readonly title: string;
  readonly help: string;
  /** Every kind of mark, with a shape of its own. */
  readonly kinds: readonly {
    readonly kind: string;
    readonly help: string;
    readonly shape: "circle" | "triangle" | "square";
  }[];
  /** Ways to play the same episode. */
  readonly choices: readonly { readonly name: string; readonly label: string }[];
  /** Points that can be played, ascending. */
  readonly points: readonly number[];
  /** Loads what plays, and begins. @param seed another one is another episode */
  start(choice: string, at: number, seed: number): Promise<Watched>;
}
