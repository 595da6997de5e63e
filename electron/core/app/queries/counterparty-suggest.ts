import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Latest } from '#electron/core/store/views/recent.ts';
import { tokenize } from '#shared/lib/text/tokens.ts';
import type { CounterpartyHint } from '#shared/queries/counterparty.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

const mostHints = 20;

interface Names {
  rids: number[];
  /** Folded words of legal form, name and ИНН, each behind a blank; in alphabetical order of the names. */
  words: string[];
  /** The same of the name alone. */
  names: string[];
}

const kept = new WeakMap<Readable, Latest<Names>>();

/** Counterparties that have a word beginning with each of the typed ones; those whose name begins so come first. */
export function counterpartySuggest(
  db: Readable,
  { text }: QueryArgs<'counterparty.suggest'>,
  deps: QueryDeps,
): QueryResult<'counterparty.suggest'> {
  const names = namesNow(db, deps);
  const typed = tokenize(text).map((token) => ` ${token.text}`);
  const [first = ''] = typed;
  const leading: number[] = [];
  const others: number[] = [];
  for (const [at, words] of names.words.entries()) {
    if (!typed.every((word) => words.includes(word))) continue;
    if (names.names[at]?.startsWith(first)) leading.push(names.rids[at] as number);
    else if (others.length < mostHints) others.push(names.rids[at] as number);
    if (leading.length === mostHints) break;
  }
  const sql = `SELECT c.id, c.name, c.legalForm, c.inn, c.kpp
    FROM json_each(?) w CROSS JOIN counterparty c ON c.rid = w.value ORDER BY w.key`;
  return prepared(db, sql).all(JSON.stringify([...leading, ...others].slice(0, mostHints))) as CounterpartyHint[];
}

function namesNow(db: Readable, deps: QueryDeps): Names {
  let latest = kept.get(db);
  if (!latest) {
    latest = new Latest();
    kept.set(db, latest);
  }
  return latest.get(String(deps.versions('counterparty')), () => readNames(db));
}

function readNames(db: Readable): Names {
  const sql = `SELECT rid, name, legalForm, inn FROM counterparty WHERE archivedAt IS NULL ORDER BY name_key, rid`;
  const read: Names = { rids: [], words: [], names: [] };
  for (const record of prepared(db, sql).raw().all()) {
    const [rid, name, form, inn] = record as [number, string, string | null, string | null];
    const words = wordsOf(name);
    read.rids.push(rid);
    read.names.push(words);
    read.words.push(words + wordsOf(form ?? '') + wordsOf(inn ?? ''));
  }
  return read;
}

const wordsOf = (text: string): string =>
  tokenize(text)
    .map((token) => ` ${token.text}`)
    .join('');
