// Turns what browsers throw into text.

/** What `make` returns, or the message of what it throws: browsers refuse workers and memory by throwing. */
export function attempted<Made extends object>(make: () => Made): Made | string {
  try {
    return make();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
