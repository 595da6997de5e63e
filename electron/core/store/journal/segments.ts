import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The segment that is being written. */
const active = 'outbox.journal';
const rotated = /^outbox\.(\d{6,})\.journal$/;

export const activeSegment = (folder: string): string => join(folder, active);

/** Full paths of the segments of a journal in the order they were written. */
export function segmentsOf(folder: string): string[] {
  const numbered = rotatedIn(folder).map(({ name }) => join(folder, name));
  const last = activeSegment(folder);
  return existsSync(last) ? [...numbered, last] : numbered;
}

/** Where the active segment goes when it is full: behind all others. */
export function nextSegment(folder: string): string {
  const last = rotatedIn(folder).at(-1)?.number ?? 0;
  return join(folder, `outbox.${String(last + 1).padStart(6, '0')}.journal`);
}

function rotatedIn(folder: string): { name: string; number: number }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const number = rotated.exec(name)?.[1];
      return number === undefined ? [] : [{ name, number: Number(number) }];
    })
    .sort((one, other) => one.number - other.number);
}

/** What can be said of a journal without its key: how many bytes, and when they were last written (milliseconds); null when there is none. */
export function journalFacts(folder: string): { bytes: number; from: number; to: number } | null {
  const stats = segmentsOf(folder).map((path) => statSync(path));
  if (stats.length === 0) return null;
  return {
    bytes: stats.reduce((sum, one) => sum + one.size, 0),
    from: Math.min(...stats.map((one) => one.birthtimeMs || one.mtimeMs)),
    to: Math.max(...stats.map((one) => one.mtimeMs)),
  };
}
