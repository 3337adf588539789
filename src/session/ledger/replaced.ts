// Stands in for the browser's own functions for a while, and gives them back.

export class Replaced {
  readonly #undo: (() => void)[] = [];

  /** @param make what is put in the place of what was there before */
  put<Owner extends object, Name extends keyof Owner>(
    owner: Owner,
    name: Name,
    make: (before: Owner[Name]) => Owner[Name],
  ): void {
    const before = owner[name];
    owner[name] = make(before);
    this.#undo.push(() => {
      owner[name] = before;
    });
  }

  takeBack(): void {
    for (const undo of this.#undo.splice(0).toReversed()) undo();
  }
}
