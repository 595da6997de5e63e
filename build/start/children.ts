import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/** The child ended before it was ready; what it had to say about that is on its error stream already. */
export class EndedEarly extends Error {}

/** Resolves when the process has ended, at once when it has already. */
export function ended(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode ?? 1);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/** Asks the process to end, and ends it when it has not within `patience` milliseconds. */
export async function endChild(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended(child);
  clearTimeout(late);
}

/** Starts a program of ours on this very Node. */
export function startNode(words: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn(process.execPath, [...words], options);
}

/**
 * Waits for the first line of the child's output that `match` recognizes; every other line goes to `onLine`.
 * Rejects when the child ends before.
 */
export function lineOf<T>(
  child: ChildProcess,
  match: (line: string) => T | undefined,
  onLine: (line: string) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let rest = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const found = match(line);
        if (found === undefined) onLine(line);
        else resolve(found);
      }
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new EndedEarly(`ended with ${signal ?? code} before it was ready`)));
  });
}
