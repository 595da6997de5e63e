import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The word processor of a workstation: opens what it is given, and saves what a test has prepared, as such programs do. */
export interface Program {
  /** Folder that stands first in the PATH of the workstation. */
  folder: string;
  /** What it will have saved in the next file it is given; nothing is saved without it. */
  willSave(bytes: Uint8Array): Promise<void>;
  /** The file it was given last. */
  opened(): Promise<string>;
  /** Saves into the file it has open, whether or not the application runs. */
  save(bytes: Uint8Array): Promise<void>;
}

// A save of a word processor: the whole file beside the old one, then in its place.
const script = `#!/bin/sh
here="$(dirname "$0")"
printf '%s' "$1" > "$here/opened"
if [ -f "$here/next" ]; then
  cp "$here/next" "$1.part"
  mv "$1.part" "$1"
  rm "$here/next"
fi
`;

export async function installProgram(folder: string): Promise<Program> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'xdg-open');
  await writeFile(path, script);
  await chmod(path, 0o755);
  const program: Program = {
    folder,
    willSave: (bytes) => writeFile(join(folder, 'next'), bytes),
    opened: () => readFile(join(folder, 'opened'), 'utf8').catch(() => ''),
    async save(bytes) {
      const file = await program.opened();
      await writeFile(`${file}.part`, bytes);
      await rename(`${file}.part`, file);
    },
  };
  return program;
}
