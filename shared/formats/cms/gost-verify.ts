import { type GostCurve, gostCurve } from '#shared/formats/cms/gost-curves.ts';

/** Bytes as a number, the lowest byte first: the way keys and hashes of GOST are written. */
export const littleEndian = (bytes: Uint8Array): bigint => bigEndian(Uint8Array.from(bytes).reverse());

/** Bytes as a number, the highest byte first: the way the halves of a signature are written. */
export function bigEndian(bytes: Uint8Array): bigint {
  let hex = '0x0';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return BigInt(hex);
}

const modulo = (value: bigint, order: bigint): bigint => ((value % order) + order) % order;

/** Inverse modulo a prime by Euclid's algorithm. */
function inverse(value: bigint, order: bigint): bigint {
  let [a, b, u, v] = [modulo(value, order), order, 1n, 0n];
  while (a > 1n) {
    const quotient = b / a;
    [a, b, u, v] = [b - quotient * a, a, v - quotient * u, u];
  }
  return modulo(u, order);
}

/**
 * True when the signature over `hash` was made by the owner of the key (GOST R 34.10-2012, section 6.2). `key` is x and y one after the other,
 * lowest bytes first (RFC 9215, 4.2); `signature` is s and r, highest bytes first. Null: the curve is not known.
 */
export function verifyGost(curveOid: string, key: Uint8Array, hash: Uint8Array, signature: Uint8Array): boolean | null {
  const curve = gostCurve(curveOid);
  if (!curve) return null;
  const { Point, order, size } = curve;
  if (key.length !== size * 2 || signature.length !== size * 2 || hash.length !== size) return false;
  const [s, r] = [bigEndian(signature.subarray(0, size)), bigEndian(signature.subarray(size))];
  if (r <= 0n || r >= order || s <= 0n || s >= order) return false;
  const owner = pointOf(curve, key);
  if (!owner) return false;
  const e = modulo(littleEndian(hash), order) || 1n;
  const v = inverse(e, order);
  const left = Point.BASE.multiplyUnsafe(modulo(s * v, order));
  const sum = left.add(owner.multiplyUnsafe(modulo(-r * v, order)));
  return !sum.is0() && modulo(sum.toAffine().x, order) === r;
}

/** The point of a key, if it lies on the curve and in the group of the base point. */
function pointOf({ Point, size }: GostCurve, key: Uint8Array) {
  try {
    const point = Point.fromAffine({
      x: littleEndian(key.subarray(0, size)),
      y: littleEndian(key.subarray(size)),
    });
    point.assertValidity();
    return point;
  } catch {
    return null;
  }
}
