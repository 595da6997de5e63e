/** Cuts a WebSocket byte stream (after its upgrade) into whole frames, RFC 6455 section 5.2. */
export function frameCutter(): (chunk: Buffer) => { frame: Buffer; isData: boolean }[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const frames: { frame: Buffer; isData: boolean }[] = [];
    for (let length = frameLength(rest); length !== undefined && length <= rest.length; length = frameLength(rest)) {
      frames.push({ frame: rest.subarray(0, length), isData: ((rest[0] ?? 0) & 0x0f) <= 2 });
      rest = rest.subarray(length);
    }
    return frames;
  };
}

/** Bytes of the frame that begins the buffer, undefined while its header is not whole. */
function frameLength(bytes: Buffer): number | undefined {
  const second = bytes[1];
  if (second === undefined) return undefined;
  const short = second & 0x7f;
  const header = 2 + (short === 126 ? 2 : short === 127 ? 8 : 0) + (second & 0x80 ? 4 : 0);
  if (bytes.length < header) return undefined;
  const payload = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  return header + payload;
}
