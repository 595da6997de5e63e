/** A picture as pdf.js takes it out of a page: one bit of grey, or bytes of red, green, blue and perhaps transparency. */
export interface RawPicture {
  width: number;
  height: number;
  kind: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** Kinds of pictures in pdf.js. */
const [GREY_BITS, RGB, RGBA] = [1, 2, 3];

/** The picture as a PNM file (PBM or PPM), which needs no packing; null for a kind nobody knows. */
export function toPnm({ width, height, kind, data }: RawPicture): Uint8Array | null {
  if (kind === GREY_BITS) {
    // Here a set bit is white, there it is black.
    return file(
      `P4\n${width} ${height}\n`,
      data.map((byte) => ~byte & 0xff),
    );
  }
  if (kind === RGB) return file(`P6\n${width} ${height}\n255\n`, data);
  if (kind !== RGBA) return null;
  const colours = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < colours.length; from += 4, to += 3) {
    colours[to] = data[from] ?? 0;
    colours[to + 1] = data[from + 1] ?? 0;
    colours[to + 2] = data[from + 2] ?? 0;
  }
  return file(`P6\n${width} ${height}\n255\n`, colours);
}

function file(head: string, data: Uint8Array | Uint8ClampedArray): Uint8Array {
  const bytes = new Uint8Array(head.length + data.length);
  bytes.set(Buffer.from(head, 'latin1'));
  bytes.set(data, head.length);
  return bytes;
}
