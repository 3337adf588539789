// Reads the body of an answer as text, up to a number of bytes: what is beyond is never taken in.

export type TextRead =
  | { readonly state: "read"; readonly text: string }
  /** Ends a sentence that begins with the address. */
  | { readonly state: "refused"; readonly reason: string };

/** Rejects as the stream does when the connection breaks. */
export async function boundedText(response: Response, bytesMost: number): Promise<TextRead> {
  const excess = {
    state: "refused",
    reason: `is larger than ${bytesMost / 1e6} MB, more than Headroom reads.`,
  } as const;
  const body = response.body;
  if (body === null) return { state: "read", text: "" };
  if (Number(response.headers.get("content-length") ?? 0) > bytesMost) {
    await body.cancel();
    return excess;
  }
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > bytesMost) {
      await reader.cancel();
      return excess;
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return { state: "read", text: text + decoder.decode() };
}
