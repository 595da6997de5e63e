import type { FileHandles } from '#electron/host/file-handles.ts';

/**
 * The files a desktop window may name in its calls: those that the person dropped, chose or opened the program with (by path), and those
 * that the core gave out (by handle). A page that has been taken over can so not read files of its own choice.
 */
export interface GrantedFiles {
  /** The person handed over this file. */
  grant(path: string): void;
  /** True when every `handle` anywhere in the payload names a file of those above. */
  allows(payload: unknown): boolean;
}

/** More than anybody drops in a day; the oldest go first. */
const most = 20_000;

export function createGrantedFiles(handles: FileHandles): GrantedFiles {
  const paths = new Set<string>();
  const isGranted = (name: unknown) =>
    typeof name === 'string' && (paths.has(name) || handles.resolve(name) !== undefined);

  function allows(payload: unknown): boolean {
    if (typeof payload !== 'object' || payload === null || ArrayBuffer.isView(payload)) return true;
    return Object.entries(payload).every(([key, value]) => (key === 'handle' ? isGranted(value) : allows(value)));
  }

  return {
    grant(path) {
      paths.delete(path);
      paths.add(path);
      const [oldest] = paths;
      if (paths.size > most && oldest !== undefined) paths.delete(oldest);
    },
    allows,
  };
}
