import { readdirSync } from 'node:fs';

/** Languages of scans in this office; Russian has to be there, English is taken along where it is. */
const wanted = ['rus', 'eng'] as const;

/** The languages whose trained data lie in a folder, Russian first; none without Russian, or without a folder that can be read. */
export function findLanguages(folder: string | null): string[] {
  if (folder === null) return [];
  try {
    const names = readdirSync(folder);
    const found = wanted.filter((language) =>
      names.some((name) => name === `${language}.traineddata` || name === `${language}.traineddata.gz`),
    );
    return found.includes('rus') ? found : [];
  } catch {
    return [];
  }
}
