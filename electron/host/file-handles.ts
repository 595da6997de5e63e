import { randomBytes } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';

/** A file of the profile that a window may have: the name and the type are what the person sees, the path never leaves the host. */
export interface HandledFile {
  path: string;
  name: string;
  mediaType: string;
}

export interface FileHandlesOptions {
  /** Folder of the profile: a file outside it never gets a handle. */
  root: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** How long a handle opens its file, in milliseconds; an hour when absent. */
  lifetime?: number;
}

export interface FileHandles {
  /** A new random handle for the file; undefined when the file is missing or, links followed, lies outside the profile. */
  register(file: HandledFile): Promise<string | undefined>;
  /** The file of a handle, undefined when it is unknown or has expired. */
  resolve(handle: string): HandledFile | undefined;
}

const prefix = 'file:';
const pattern = /^file:[A-Za-z0-9_-]{43}$/;
const hour = 3_600_000;

/** Windows name files by handles: random (256 bits), expiring, bound to real paths inside the profile. */
export function createFileHandles(options: FileHandlesOptions): FileHandles {
  const files = new Map<string, { file: HandledFile; until: number }>();
  const lifetime = options.lifetime ?? hour;
  return {
    async register(file) {
      const path = await realPathInside(options.root, file.path);
      if (path === undefined) return undefined;
      const now = options.now();
      for (const [handle, { until }] of files) if (until <= now) files.delete(handle);
      const handle = prefix + randomBytes(32).toString('base64url');
      files.set(handle, { file: { ...file, path }, until: now + lifetime });
      return handle;
    },
    resolve(handle) {
      const known = files.get(handle);
      return known && known.until > options.now() ? known.file : undefined;
    },
  };
}

/** Puts the path of its file in place of every handle in a payload on its way to the core; an expired handle stays and opens nothing. */
export function withPaths(payload: unknown, handles: FileHandles): unknown {
  if (typeof payload === 'string') return pattern.test(payload) ? (handles.resolve(payload)?.path ?? payload) : payload;
  if (Array.isArray(payload)) return payload.map((each) => withPaths(each, handles));
  if (!isPlainObject(payload)) return payload;
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, withPaths(value, handles)]));
}

/**
 * A core names a file of the profile as `{ localPath, name, mediaType }`; the window gets `{ handle, name, mediaType }` and fetches
 * `files/<handle>`. `handle` is null when the file is gone. A reply without files, as windows of registers are, is given back as it is.
 */
export async function withHandles(value: unknown, handles: FileHandles): Promise<unknown> {
  if (!namesFile(value)) return value;
  if (Array.isArray(value)) return Promise.all(value.map((each) => withHandles(each, handles)));
  if (!isPlainObject(value)) return value;
  const { localPath, ...rest } = value;
  if (typeof localPath === 'string') {
    const name = typeof rest['name'] === 'string' ? rest['name'] : 'file';
    const mediaType = typeof rest['mediaType'] === 'string' ? rest['mediaType'] : 'application/octet-stream';
    return { ...rest, handle: (await handles.register({ path: localPath, name, mediaType })) ?? null };
  }
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await withHandles(inner, handles)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Whether there is a file anywhere inside; leaves no garbage, since everything that windows read passes here. */
function namesFile(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(namesFile);
  if (!isPlainObject(value)) return false;
  if (typeof value['localPath'] === 'string') return true;
  for (const key in value) if (namesFile(value[key])) return true;
  return false;
}

async function realPathInside(root: string, path: string): Promise<string | undefined> {
  try {
    const [top, real] = await Promise.all([realpath(root), realpath(resolve(root, path))]);
    const inside = relative(top, real);
    return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? undefined : real;
  } catch {
    return undefined;
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
