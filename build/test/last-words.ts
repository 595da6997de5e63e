import { stripVTControlCharacters } from 'node:util';
import type { Told } from './told.ts';

/** A step that has something to repeat. */
export interface ToldStep {
  title: string;
  tests: readonly Told[];
}

/** Where only the end of a log is kept, about forty lines of it are: the last one and an empty one are the caller's. */
const atMost = 36;
const linesEach = 4;
const widest = 180;

/** The names of failed tests, then of flaky ones, each with the first lines of its message: what the end of a run says again. */
export function lastWords(steps: readonly ToldStep[]): string[] {
  const groups = (['failed', 'flaky'] as const).flatMap((outcome) =>
    steps.flatMap(({ title, tests }) => {
      const told = tests.filter((one) => one.outcome === outcome);
      const head = outcome === 'failed' ? `${title}, failed:` : `${title}, passed only when tried again:`;
      return told.length > 0 ? [{ head, told }] : [];
    }),
  );
  const count = groups.reduce((sum, { told }) => sum + told.length, 0);
  if (count === 0) return [];
  const room = atMost - groups.length;
  // With many failures their names matter more than what each of them says.
  const each = Math.max(0, Math.min(linesEach, Math.floor(room / count) - 1));
  const lines = groups.flatMap(({ head, told }) => [head, ...told.flatMap((one) => wordsOf(one, each))]);
  if (lines.length <= atMost) return lines;
  return [...lines.slice(0, atMost - 1), `… and ${lines.length - atMost + 1} more lines like these, see above`];
}

function wordsOf({ name, message }: Told, each: number): string[] {
  const said = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  // The place comes last and is worth more than the middle of a long message.
  const kept = said.length > each && each > 1 ? [...said.slice(0, each - 1), ...said.slice(-1)] : said.slice(0, each);
  return [`  ${short(name)}`, ...kept.map((line) => `    ${short(line)}`)];
}

const short = (line: string): string => (line.length > widest ? `${line.slice(0, widest - 1)}…` : line);
