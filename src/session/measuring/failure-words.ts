// What a person is told when measuring did not go as it should: why, and the way out.

/** @param who measures, as a sentence begins */
export function busyWords(who: string): string {
  return `${who} is measuring now. Two at once would disturb each other: wait for it or stop it there, then try again.`;
}

/** Nothing could be measured at all. */
export function brokenWords(reason: string): string {
  return `The workers could not be started: ${reason} Without a network, wait until it is back; else reload the page. If it stays so, a policy or an extension blocks workers, or the page was not served by a web server.`;
}

/** It broke in the middle, with something measured. */
export function brokeOffWords(reason: string): string {
  return `The run broke off: ${reason} What it had measured until then is below.`;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error && error.message !== ""
    ? `${error.message.replace(/\.?$/, "")}.`
    : "the reason is unknown.";
}
