/** Bounds of one call: the text and bytes it carries, how many values, how deep. Files travel by path, so calls are small. */
const payloadLimits = { bytes: 32 * 1024 * 1024, values: 1_000_000, depth: 64 } as const;

export type PayloadFault = 'MALFORMED' | 'LIMIT';

/**
 * Says what is wrong with a payload, or undefined when it is plain data (what JSON holds, undefined, and byte arrays) within the limits.
 * Walks without recursion, so a deep payload cannot exhaust the stack; a cycle ends at the depth limit.
 */
export function payloadFault(payload: unknown, limits: typeof payloadLimits = payloadLimits): PayloadFault | undefined {
  const rest: { value: unknown; depth: number }[] = [{ value: payload, depth: 0 }];
  let bytes = 0;
  let values = 0;
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, depth } = next;
    const own = sizeOf(value);
    if (own === undefined) return 'MALFORMED';
    bytes += own;
    values += 1;
    if (bytes > limits.bytes || values > limits.values || depth > limits.depth) return 'LIMIT';
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    for (const [key, inner] of Object.entries(value)) {
      bytes += key.length * 2;
      rest.push({ value: inner, depth: depth + 1 });
    }
  }
  return undefined;
}

/** Bytes of the value itself, without what it holds; undefined when it is no plain data. */
function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string') return value.length * 2;
  if (typeof value === 'number' || typeof value === 'boolean' || value === undefined || value === null) return 8;
  if (typeof value !== 'object') return undefined;
  if (value instanceof Uint8Array) return value.byteLength;
  const kind = Object.getPrototypeOf(value);
  return Array.isArray(value) || kind === Object.prototype || kind === null ? 8 : undefined;
}
