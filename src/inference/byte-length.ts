// Counts the bytes of typed arrays exactly: the one memory figure that every browser can give.

/**
 * Bytes of the buffers behind all typed arrays that can be reached from `root` through plain objects and arrays. A
 * buffer that several arrays view counts once.
 * @param counted buffers and objects to leave out; those of this call are added. Pass the same set to several calls to
 *   count shared buffers only in the first.
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
