import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** 36-character lower-case UUID text. Its first 48 bits are milliseconds since 1970, so byte order is order in time. */
export type Id = string;

const maximumTime = 2 ** 48 - 1;

/** UUIDv7 (RFC 9562) from a clock in milliseconds and ten random bytes; both are given, so that a run can be repeated. */
export function commandId(milliseconds: number, random: Uint8Array): Id {
  const time = Math.min(Math.max(0, Math.floor(milliseconds)), maximumTime);
  return format(time.toString(16).padStart(12, '0') + bytesToHex(random.slice(0, 10)), '7');
}

/** The id of the n-th row that a command creates: the command's time prefix and a hash, equal on every machine. */
export function derivedId(command: Id, n: number): Id {
  const prefix = command.slice(0, 8) + command.slice(9, 13);
  return format(prefix + bytesToHex(sha256(utf8ToBytes(`${command}:${n}`))).slice(0, 20), '8');
}

/** The instant inside an id, in milliseconds. */
export function timeOf(id: Id): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

function format(hex: string, version: '7' | '8'): Id {
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
