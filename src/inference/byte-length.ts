// Owns the exact count of bytes in typed arrays: the memory figures that are always available.

/**
 * Bytes of the memory behind every typed array reachable from `root` through plain objects and arrays. Memory that
 * several arrays view counts once; pass the same `counted` set to several calls to count what they share only in the
 * first.
 */
export function typedArrayBytes(root: unknown, counted: Set<object> = new Set()): number {
  if (typeof root !== "object" || root === null) return 0;
  const memory = ArrayBuffer.isView(root) ? root.buffer : root;
  if (counted.has(memory)) return 0;
  counted.add(memory);
  if (ArrayBuffer.isView(root)) return root.buffer.byteLength;
  let bytes = 0;
  for (const value of Object.values(root)) bytes += typedArrayBytes(value, counted);
  return bytes;
}
