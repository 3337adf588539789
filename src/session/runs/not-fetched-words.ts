// What a person is told when the code that measures could not be fetched; apart from the other words, which come with that code.

export function notFetchedWords(error: unknown): string {
  const reason = error instanceof Error ? error.message : "it did not load";
  return `The measurement could not be started: ${reason}. Without a network, wait until it is back; else reload the page.`;
}
