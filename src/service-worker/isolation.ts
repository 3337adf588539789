// Adds the headers that isolate the page, for hosts that cannot send them.

/** `require-corp`, since WebKit does not know `credentialless`. */
const ISOLATING = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
} as const;

/** Statuses whose answers have no body, not even an empty one. */
const BODILESS = new Set([101, 103, 204, 205, 304]);

/** Whether a page may not look into the answer: such an answer has to stay the one that the browser made. */
function isSealed({ type, status }: Response): boolean {
  return status === 0 || type === "opaque" || type === "opaqueredirect" || type === "error";
}

/**
 * @param more further headers
 * @returns an answer of its own with all of them; the same body, which is no longer compressed and so has another length
 */
export function withHeaders(response: Response, more: Readonly<Record<string, string>> = {}): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries({ ...ISOLATING, ...more })) headers.set(name, value);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  const { status, statusText } = response;
  return new Response(BODILESS.has(status) ? null : response.body, { status, statusText, headers });
}

/** @returns the answer as it is where the host sent the headers, or where nobody may change it */
export function isolated(response: Response): Response {
  if (isSealed(response)) return response;
  const isComplete = Object.entries(ISOLATING).every(([name, value]) => response.headers.get(name) === value);
  return isComplete ? response : withHeaders(response);
}
