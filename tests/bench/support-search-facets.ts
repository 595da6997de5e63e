import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { searchSource } from '#electron/core/app/queries/found-ids.ts';
import { runQuery } from '#electron/core/app/run-query.ts';
import { openReadable, openWritable } from '#electron/core/store/open.ts';
import { rebuildSearch } from '#electron/core/store/search/rebuild-search.ts';
import { SEARCH_VERSION } from '#electron/core/store/search/schema.ts';
import type { ChosenFacets } from '#shared/queries/search.ts';
import { benchDatabase, benchKey, percentile, rounded } from './support-rows.ts';
import { searchRows } from './support-search-rows.ts';

/** As people ask the page of search: words that much has and words that little has, several words, a number, an amount, days, a name. */
const asked = [
  ...['договор', 'счёт', 'акт', 'поставка', 'оплата', 'письмо', 'ООО', 'аренда', 'услуги', 'дог', 'оп', 'согла'],
  ...['договор поставки', 'счета на оплату', 'акт сверки', '"акт сверки"', 'письмо о поставке', 'договор -аренда'],
  ...[
    '2026',
    'март 2026',
    '12.03.2026',
    '2025 год',
    'договор март 2026',
    '150000',
    '1 000 000,00',
    '00418',
    '7707083893',
  ],
  ...['Иванова', 'Петрову договор', 'срочно', 'хаоренами'],
];
const chosen: ChosenFacets[] = [{}, { year: ['2026'] }, { kind: ['contract', 'act'], type: ['document'] }];

/** The page of search over the company's own documents: the first rows, and all facets with their counts, each right after a change of some document. */
export function measureFacets(documents: number, say: (line: string) => void) {
  const path = indexed(benchDatabase(documents, say), say);
  const db = openReadable({ path, key: benchKey });
  let version = 1;
  const deps = { userId: '', filesDir: '', now: () => Date.now(), sending: () => null, versions: () => version };
  const timed = (name: string, args: object): number => {
    const began = performance.now();
    runQuery(db, name, args, deps);
    return performance.now() - began;
  };
  const page = (text: string, facets: ChosenFacets, start = 0) =>
    timed('search.page', { text, off: [], chosen: facets, start, end: start + 50 });
  const facets = (text: string, choices: ChosenFacets) =>
    timed('search.facets', { text, off: [], chosen: choices, open: null });
  const firstPage = page('договор', {});
  const [rows, counts, changed, windows]: number[][] = [[], [], [], []];
  for (const text of asked) {
    for (const [n, choices] of chosen.entries()) {
      // The words are found with the first choice; the others narrow what was found.
      if (n === 0) version += 1;
      const [first, counted] = [page(text, choices), facets(text, choices)];
      if (n === 0) changed?.push(first + counted);
      rows?.push(first);
      counts?.push(counted);
      windows?.push(page(text, choices, 5_000));
    }
  }
  // The same words again while nobody has changed anything: what typing costs.
  const quiet: number[] = [];
  for (const text of asked) quiet.push(page(`${text} `, {}) + facets(`${text} `, {}));
  db.close();
  const at = (times: number[] = []) => ({
    p50: rounded(percentile(times, 0.5)),
    p95: rounded(percentile(times, 0.95)),
    max: rounded(Math.max(...times)),
  });
  return {
    rows: at(rows),
    facets: at(counts),
    window: at(windows),
    bothAfterChange: at(changed),
    bothWhileTyping: at(quiet),
    firstPage: rounded(firstPage),
  };
}

/** A copy of a database with its index of words; made once, then reused. */
function indexed(path: string, say: (line: string) => void): string {
  const own = path.replace(/\.db$/, `-search-${SEARCH_VERSION}.db`);
  if (existsSync(own)) return own;
  say('indexing for the search');
  const unfinished = `${own}.new`;
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
  copyFileSync(path, unfinished);
  const db = openWritable({ path: unfinished, key: benchKey });
  rebuildSearch(db, searchRows(db), searchSource(db).keysOf);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  renameSync(unfinished, own);
  return own;
}
