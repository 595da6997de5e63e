import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was done to the files of a folder, in order; see disk-recorder.c. */
export type DiskStep =
  | { kind: 'opened'; path: string; inode: string; emptied: boolean }
  | { kind: 'written'; path: string; inode: string; at: number; data: Buffer }
  | { kind: 'synced'; path: string; inode: string }
  | { kind: 'cut'; path: string; inode: string; size: number }
  | { kind: 'renamed'; path: string; to: string }
  | { kind: 'removed'; path: string }
  | { kind: 'folder'; path: string };

const kinds = ['', 'opened', 'written', 'synced', 'cut', 'renamed', 'removed', 'folder'] as const;

/** Compiles the recorder into a folder; null, said in one line, where there is no compiler or another system. */
export function compileRecorder(folder: string): string | null {
  const target = join(folder, 'disk-recorder.so');
  try {
    if (process.platform !== 'linux') throw new Error(process.platform);
    const source = join(import.meta.dirname, 'disk-recorder.c');
    execFileSync('cc', ['-O1', '-shared', '-fPIC', '-o', target, source, '-ldl', '-lpthread'], { stdio: 'ignore' });
    return target;
  } catch {
    console.log('power cuts: skipped, there is no C compiler here, or no Linux');
    return null;
  }
}

export function readRecording(path: string): DiskStep[] {
  const bytes = readFileSync(path);
  const steps: DiskStep[] = [];
  for (let at = 0; at < bytes.length; ) {
    const name = bytes.readUInt16LE(at + 1);
    const after = at + 3 + name;
    const length = bytes.readUInt32LE(after + 16);
    if (after + 20 + length > bytes.length) break;
    const path = bytes.toString('utf8', at + 3, after);
    const inode = String(bytes.readBigUInt64LE(after));
    const offset = Number(bytes.readBigUInt64LE(after + 8));
    const data = bytes.subarray(after + 20, after + 20 + length);
    steps.push(stepOf(kinds[bytes[at] as number] ?? '', { path, inode, offset, data }));
    at = after + 20 + length;
  }
  return steps;
}

interface Raw {
  path: string;
  inode: string;
  offset: number;
  data: Buffer;
}

function stepOf(kind: (typeof kinds)[number], { path, inode, offset, data }: Raw): DiskStep {
  if (kind === 'opened') return { kind, path, inode, emptied: offset === 1 };
  if (kind === 'written') return { kind, path, inode, at: offset, data };
  if (kind === 'synced') return { kind, path, inode };
  if (kind === 'cut') return { kind, path, inode, size: offset };
  if (kind === 'renamed') return { kind, path, to: data.toString('utf8') };
  if (kind === 'removed' || kind === 'folder') return { kind, path };
  throw new Error(`the record cannot be read: ${kind}`);
}
