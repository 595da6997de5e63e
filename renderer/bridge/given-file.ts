import { bytesOf, handleOf } from '#renderer/api.ts';
import type { HandledFile } from '#renderer/bridge/files.ts';

/** A file that a person handed over, whatever way it came. */
export interface GivenFile {
  name: string;
  /** Bytes; null when only its path is known. */
  size: number | null;
  /** The first bytes; none when only its path is known. */
  head: () => Promise<Uint8Array>;
  /** All of it, to be shown; absent where only its path is known. Throws CoreFileError. */
  bytes?: () => Promise<Blob>;
  /** Makes it known to the host. Throws CoreFileError. */
  handle: () => Promise<HandledFile>;
}

const HEAD = 8_192;

/** A file of the page: dropped, chosen or pasted. */
export const fromPage = (file: File): GivenFile => ({
  name: file.name,
  size: file.size,
  head: async () => new Uint8Array(await file.slice(0, HEAD).arrayBuffer()),
  bytes: async () => file,
  handle: () => handleOf(file),
});

/** A file the desktop shell opened the program with: its path is its handle. */
export const fromPath = (path: string): GivenFile => {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return { name, size: null, head: async () => new Uint8Array(), handle: async () => ({ handle: path, name }) };
};

/** A file that was made known before. */
export const fromHandle = (file: HandledFile): GivenFile => ({
  name: file.name,
  size: null,
  head: async () => new Uint8Array(),
  bytes: () => bytesOf(file.handle),
  handle: async () => file,
});
