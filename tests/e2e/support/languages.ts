import type { Language } from '#tests/e2e/pages/words.ts';

/**
 * The languages a story is told in. Where a change waits for it (CI) it is one, and the stories share both languages among them; by hand
 * each is told in both.
 */
export const toldIn = (atEveryChange: Language): readonly Language[] =>
  process.env['CI'] ? [atEveryChange] : ['ru', 'en'];
