// Owns the exact count of bytes in typed arrays: the memory figures that are always available.

/**
 * Bytes of every distinct typed array reachable from `root` through plain objects and arrays. Arrays that two fields
 * share count once; pass the same `counted` set to several calls to count what they share only in the first.
 */
export function typedArrayBytes(root: unknown, counted: Set<object> = new Set()): number {
  if (typeof root !== "object" || root === null || counted.has(root)) return 0;
  counted.add(root);
  if (ArrayBuffer.isView(root)) return root.byteLength;
  let bytes = 0;
  for (const value of Object.values(root)) bytes += typedArrayBytes(value, counted);
  return bytes;
}
