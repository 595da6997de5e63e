import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** A test that did not simply pass, as its runner told it. */
export interface Told {
  /** A flaky test failed first and passed when tried again. */
  outcome: 'failed' | 'flaky';
  /** File and names of its groups, as a person looks for it. */
  name: string;
  /** What was thrown, its first lines being enough. */
  message: string;
}

/** The variable that names the file a runner started by `npm test` writes to; nothing is written without it. */
export const toldIn = 'OPORA_TESTS_TOLD';

/** Where Playwright writes its report beside that file: its reporters are named by path and cannot be handed over. */
export const playwrightReport = (file: string): string => `${file}.playwright.json`;

/** Adds tests to the file, a line of JSON each: two runners of one step do not overwrite each other. */
export function tell(file: string, tests: readonly Told[]): void {
  appendFileSync(file, tests.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

/** What was told; nothing when the runner ended before it could write. */
export function readTold(file: string): Told[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Told);
}
