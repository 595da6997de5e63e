import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReadable, openWritable } from '#electron/core/store/open.ts';
import { drainSearch, markDirty } from '#electron/core/store/search/drain-search.ts';
import { loadDictionary } from '#electron/core/store/search/load-dictionary.ts';
import { rebuildSearch } from '#electron/core/store/search/rebuild-search.ts';
import { searchSchema } from '#electron/core/store/search/schema.ts';
import { search } from '#electron/core/store/search/search.ts';
import { createWordKeys } from '#shared/lib/text/word-keys.ts';
import type { Bench, BenchResult } from './bench.ts';
import { foundPairs, readPairs } from './support-inflections.ts';
import { type CorpusRow, corpus } from './support-search-corpus.ts';
import { measureFacets } from './support-search-facets.ts';

const root = join(import.meta.dirname, '..', '..');
/** The dictionary as it lies in the sources. */
const DICTIONARY_PATH = join(root, 'electron/core/store/search/data/russian-forms.bin.br');
const INFLECTIONS = join(root, '../shared/data/inflections');

/** 50 queries as people type them: word forms, beginnings, several words, phrases, names. */
const TYPED = [
  ...['договор', 'договорами', 'счетов', 'актах', 'оплату', 'аренды', 'поставкой', 'соглашению', 'приложений', 'смет'],
  ...['дог', 'догов', 'опл', 'согла', 'ар', 'неустой', 'транспортн', 'проц', 'Сид', 'Кузнец'],
  ...['договор поставки', 'счета на оплату', 'акты Иванова', 'Петрову аренда складов', 'Фоминым договор'],
  ...['протокол разногласий', 'реестры кредитов', 'налоговую проверку', 'годовые бюджеты филиалов', 'заявка Волкову'],
  ...['"на сумму"', '"договор поставки"', '«Сибирские технологии»', 'ООО товар', 'срочный ремонт объекта'],
  ...['транспортного склада справку', 'юридическим отделам запросы', 'и в на', 'хаоренами', 'Лебедевых гарантии'],
];

function tenNumbers(rows: CorpusRow[]): string[] {
  return [1, 2, 3, 4, 5].flatMap((i) => {
    const text = rows[Math.floor((rows.length * i) / 6)]?.text ?? '';
    const amount = /сумму (.+) руб/.exec(text)?.[1] ?? '';
    const forms = [text.split(' ')[0] ?? '', /ИНН (\d+)/.exec(text)?.[1] ?? ''];
    return i % 2 === 0 ? forms : [amount.replaceAll('\u00a0', ''), (forms[0] ?? '').slice(-5)];
  });
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function quantiles(times: number[]): { p50: number; p95: number; max: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** The inflection files beside the project, through a real index; undefined when they are not there. */
function inflections(): { found: number; falseHits: number } | undefined {
  if (!existsSync(INFLECTIONS)) return undefined;
  const keysOf = createWordKeys(loadDictionary(DICTIONARY_PATH));
  const share = (name: string): number => {
    const db = openWritable({ path: ':memory:', key: null });
    db.exec(searchSchema);
    const pairs = readPairs(readFileSync(join(INFLECTIONS, name), 'utf8'));
    const part = foundPairs(db, pairs, keysOf).length / pairs.length;
    db.close();
    return rounded(part * 100);
  };
  return { found: share('inflections-open.tsv'), falseHits: share('inflections-negative-open.tsv') };
}

/** Measures search over `count` generated rows in an encrypted file: queries on a reading connection, warm cache. */
function benchSearch(count: number, say: (line: string) => void): BenchResult {
  const folder = mkdtempSync(join(tmpdir(), 'opora-search-'));
  const file = { path: join(folder, 'search.db'), key: Buffer.alloc(32, 7) };
  const writer = openWritable(file);
  try {
    writer.exec(searchSchema);
    const loading = performance.now();
    const keysOf = createWordKeys(loadDictionary(DICTIONARY_PATH));
    const dictionaryMs = performance.now() - loading;
    const rows = [...corpus(count)];
    const texts = new Map(rows.map((row) => [row.id, row]));
    const source = { keysOf, loadText: (_: string, id: string) => texts.get(id) };
    writer.transaction(() => {
      for (const row of rows) markDirty(writer, 'document', row.id);
    })();
    const slices: number[] = [];
    for (let left = true; left; ) {
      const start = performance.now();
      left = drainSearch(writer, source).left;
      slices.push(performance.now() - start);
    }
    const drainSeconds = slices.reduce((sum, ms) => sum + ms, 0) / 1000;
    const queries = [...TYPED, ...tenNumbers(rows)];
    const reader = openReadable(file);
    const times: number[] = [];
    let hits = 0;
    for (let round = 0; round < 5; round += 1) {
      for (const query of queries) {
        const start = performance.now();
        const { total } = search(reader, query, source);
        // The first round warms the page cache, as a day's work does.
        if (round > 0) times.push(performance.now() - start);
        else hits += total > 0 ? 1 : 0;
      }
    }
    reader.close();
    const indexBytes = statSync(file.path).size;
    const rebuilding = performance.now();
    rebuildSearch(
      writer,
      rows.map((row) => ({ entity: 'document', ...row })),
      keysOf,
    );
    const rebuildSeconds = (performance.now() - rebuilding) / 1000;
    const { p50, p95, max } = quantiles(times);
    const page = measureFacets(count, say);
    const gate = inflections();
    const inflectionsHold = gate === undefined || (gate.found >= 98 && gate.falseHits <= 5);
    return {
      name: 'search',
      goal: 'p95 ≤ 30 ms, facets ≤ 100 ms; inflections ≥ 98 %, false hits ≤ 5 %; drained ≤ 25 s',
      value: p95,
      raw: { rows: count, queries: queries.length, queriesWithHits: hits, p50, p95, max },
      drain: { seconds: rounded(drainSeconds), slices: slices.length, ...quantiles(slices) },
      rebuildSeconds: rounded(rebuildSeconds),
      dictionaryMs: rounded(dictionaryMs),
      indexMegabytes: rounded(indexBytes / 1e6),
      inflections: gate ?? 'files not there',
      /** The page of search over the company's own documents. */
      page,
      ok: p95 <= 30 && page.rows.p95 <= 30 && page.facets.p95 <= 100 && drainSeconds <= 25 && inflectionsHold,
    };
  } finally {
    writer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `npm run bench -- search`. */
export const run: Bench = async ({ documents, say }) => benchSearch(documents, say);
