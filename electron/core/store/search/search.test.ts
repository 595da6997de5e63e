import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Writable } from '#electron/core/store/handle.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { createWordKeys } from '#shared/lib/text/word-keys.ts';
import { drainSearch, markDirty } from './drain-search.ts';
import { loadDictionary } from './load-dictionary.ts';
import { searchSchema } from './schema.ts';
import { RANKED_BELOW, type SearchOptions, search } from './search.ts';
import type { SearchSource, SearchText } from './search-source.ts';

const keysOf = createWordKeys(loadDictionary(`${import.meta.dirname}/data/russian-forms.bin.br`));

let db: Writable;
let rows: Map<string, SearchText>;
let source: SearchSource;

/** Id of the row made at minute `minute`: time first, as the ids of the store have it. */
const idAt = (minute: number): string => {
  const time = (1_700_000_000_000 + minute * 60_000).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
};

function save(entity: string, minute: number, text: string, owner?: string): string {
  const id = idAt(minute);
  rows.set(`${entity} ${id}`, owner === undefined ? { text } : { text, owner });
  markDirty(db, entity, id);
  return id;
}

function drain(): void {
  while (drainSearch(db, source).left);
}

const find = (query: string, options?: SearchOptions): string[] =>
  search(db, query, source, options).hits.map((hit) => rows.get(`${hit.entity} ${hit.id}`)?.text ?? hit.id);

beforeEach(() => {
  db = openWritable({ path: ':memory:', key: null });
  db.exec(searchSchema);
  rows = new Map();
  source = { keysOf, loadText: (entity, id) => rows.get(`${entity} ${id}`) };
  return () => db.close();
});

/** The same expectations before and after indexing: fresh rows are found by reading them. */
function beforeAndAfterDraining(check: () => void): void {
  check();
  drain();
  expect(db.prepare('SELECT count(*) FROM search_dirty').pluck().get()).toBe(0);
  check();
}

test('word forms that suffixes alone do not bring together', () => {
  save('document', 1, 'Получено письмо о займе на 5 дней от Иванова');
  beforeAndAfterDraining(() => {
    for (const query of ['писем ', 'заём ', 'день ', 'Ивановым ', 'письма займов днями', 'ПИСЬМО Ивановы']) {
      expect(find(query), query).toHaveLength(1);
    }
    for (const query of ['писарь ', 'Иванченко ', 'письмо договор']) expect(find(query), query).toEqual([]);
  });
});

test('document numbers, ИНН, amounts, e-mails', () => {
  const text = 'ВХ-НСК/2026-00418 ИНН 7707083893 на сумму 1\u00a0234\u00a0567,89 руб., buh@romashka.ru';
  save('document', 1, text);
  save('document', 2, 'ВХ-НСК/2026-00419 ИНН 7707049388 на сумму 12 руб.');
  beforeAndAfterDraining(() => {
    const numbers = ['вх-нск/2026-00418', '00418', '418', '2026-00418', '7707083893', '77070838'];
    const amounts = ['1 234 567,89', '1234567,89', '1234567.89', '1234567', '12345', '1\u00a0234\u00a0567'];
    for (const query of [...numbers, ...amounts, 'buh@romashka.ru', 'romashka']) {
      expect(find(query), query).toEqual([text]);
    }
    expect(find('1234567.88 ')).toEqual([]);
    expect(find('2026')).toHaveLength(2);
  });
});

test('Latin letters among Cyrillic ones, ё, invisible marks', () => {
  save('document', 1, 'Дoгoвop постaвки с OOO «Берёзка», и\u0306ог\u200bурт');
  beforeAndAfterDraining(() => {
    for (const query of ['договор', 'договоры поставки', 'ООО березки', 'OOO', 'йогуртом ']) {
      expect(find(query), query).toHaveLength(1);
    }
  });
});

test('the last word may still be growing, unless a blank follows', () => {
  save('document', 1, 'Транспортная накладная');
  beforeAndAfterDraining(() => {
    expect(find('тран')).toHaveLength(1);
    expect(find('накладной тран')).toHaveLength(1);
    expect(find('тран ')).toEqual([]);
    expect(find('тран накладная')).toEqual([]);
    expect(find('тран', { whileTyping: false })).toEqual([]);
  });
});

test('phrases stand as written', () => {
  save('document', 1, 'акт сверки взаимных расчётов');
  save('document', 2, 'сверки акт');
  beforeAndAfterDraining(() => {
    expect(find('"акт сверки" ')).toEqual(['акт сверки взаимных расчётов']);
    expect(find('акт сверки ')).toHaveLength(2);
  });
});

test('an edit counts at once, a removed row is gone at once', () => {
  save('document', 1, 'первая редакция');
  drain();
  save('document', 1, 'вторая версия');
  beforeAndAfterDraining(() => {
    expect(find('редакция ')).toEqual([]);
    expect(find('версии ')).toEqual(['вторая версия']);
  });
  rows.clear();
  markDirty(db, 'document', idAt(1));
  beforeAndAfterDraining(() => expect(find('версия ')).toEqual([]));
});

test('newest first by id, whatever the order of indexing', () => {
  save('document', 3, 'договор третий');
  drain();
  save('document', 1, 'договор первый');
  drain();
  save('document', 2, 'договор второй');
  beforeAndAfterDraining(() => {
    expect(find('договор ')).toEqual(['договор третий', 'договор второй', 'договор первый']);
  });
});

test('many hits are not ranked and still newest first', () => {
  for (let minute = 0; minute < RANKED_BELOW + 10; minute += 1) {
    save('document', (minute * 7919) % (RANKED_BELOW + 10), `договор ${minute}`);
    if (minute % 500 === 0) drain();
  }
  drain();
  const result = search(db, 'договоры ', source, { limit: 5 });
  expect(result).toMatchObject({ ranked: false, total: RANKED_BELOW + 10 });
  expect(result.hits.map((hit) => hit.id)).toEqual([9, 8, 7, 6, 5].map((last) => idAt(RANKED_BELOW + last)));
});

test('among few hits a clearly better one comes before a newer one', () => {
  save('document', 1, 'аренда аренда аренда');
  save('document', 2, `аренды ${'прочие условия и сроки '.repeat(40)}`);
  for (let minute = 3; minute < 20; minute += 1) save('document', minute, 'поставка');
  drain();
  expect(search(db, 'аренда ', source)).toMatchObject({ ranked: true, total: 2 });
  expect(find('аренда ')[0]).toBe('аренда аренда аренда');
});

test('entities are told apart, a comment leads to its document', () => {
  const document = save('document', 1, 'договор');
  save('comment', 2, 'когда подпишем договор?', document);
  save('counterparty', 3, 'Договорной центр');
  beforeAndAfterDraining(() => {
    expect(search(db, 'договор ', source, { entities: ['comment'] }).hits).toEqual([
      { entity: 'comment', id: idAt(2), owner: document },
    ]);
    expect(find('договор ', { entities: ['document', 'comment'] })).toHaveLength(2);
    expect(find('договор ', { entities: ['attachment'] })).toEqual([]);
    expect(find('договор ', { entities: [] })).toEqual([]);
    expect(find('0document')).toEqual([]);
  });
});

test('texts with nothing to look for find nothing', () => {
  save('document', 1, 'договор');
  drain();
  for (const query of ['', '  ', '"', '***', '«»', '\u200b']) expect(find(query)).toEqual([]);
});

test('no text is syntax: index and fresh rows agree on every query', () => {
  const texts = [
    'договор NEAR сроки',
    "Robert'); DROP TABLE search_row;--",
    'AND OR NOT "кавычки"',
    'exact : 5 * 10^3',
  ];
  texts.forEach((text, i) => {
    save('document', i, text);
  });
  const tricks = [
    'NEAR(',
    'AND',
    'OR ',
    '"',
    "'",
    '*',
    '^',
    ':',
    '(',
    ')',
    '-',
    '+',
    '{exact}',
    ';--',
    '\0',
    'договоры',
    '5',
    '10',
    ' ',
  ];
  const query = fc.oneof(
    fc.array(fc.constantFrom(...tricks), { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  const queries = fc.sample(query, { numRuns: 600, seed: 5 });
  const fresh = queries.map((text) => find(text).toSorted());
  drain();
  queries.forEach((text, i) => {
    expect(find(text).toSorted(), JSON.stringify(text)).toEqual(fresh[i]);
  });
  expect(find('drop table')).toEqual([texts[1]]);
});
