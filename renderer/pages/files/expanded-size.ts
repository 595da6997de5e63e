const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * Bytes that an archive says it holds when opened up, in all and in the largest of its XML parts; null when it is no archive. Nothing is
 * opened up to find it out.
 */
export function expandedSize(archive: Uint8Array): { all: number; largestXml: number } | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - 22;
  const lowest = Math.max(0, end - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== END) end -= 1;
  if (end < lowest || end < 0) return null;
  let at = view.getUint32(end + 16, true);
  let [all, largestXml] = [0, 0];
  const names = new TextDecoder();
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > archive.length || view.getUint32(at, true) !== ENTRY) return null;
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    all += size;
    if (names.decode(archive.subarray(at + 46, at + 46 + nameLength)).endsWith('.xml'))
      largestXml = Math.max(largestXml, size);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { all, largestXml };
}
