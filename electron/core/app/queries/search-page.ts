import { familiesOf } from '#electron/core/app/queries/counterparty-families.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { passingTargets } from '#electron/core/app/queries/search-facets.ts';
import { employeesHere, type Found, foundBy, notIndexedYet } from '#electron/core/app/queries/search-found.ts';
import { fieldFragment, witnessesOf, witnessFragment } from '#electron/core/app/queries/search-witnesses.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { Witness } from '#electron/core/store/search/found-records.ts';
import type { Target } from '#electron/core/store/search/row-targets.ts';
import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';
import { matchedRanges } from '#shared/lib/text/matching.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import type { FoundRow, Marks, UnderstoodPart } from '#shared/queries/search.ts';

type Shown = Omit<FoundRow, 'titleMarks' | 'numberMarks' | 'counterpartyMarks' | 'archived' | 'fragments'>;
/** What a row shows as it lies in the table. */
interface Read extends Shown {
  rid: number;
  archivedAt: number | null;
  note: string | null;
  counterpartyId: string | null;
}

/** A window of what was found, the words marked where they stand. */
export function searchPage(
  db: Readable,
  { start, end, chosen, ...question }: QueryArgs<'search.page'>,
  deps: QueryDeps,
): QueryResult<'search.page'> {
  const found = foundBy(db, deps, question);
  const targets = passingTargets(db, deps, found, chosen);
  const window = [...targets.subarray(start, end)];
  const read = new Map([...readDocuments(db, deps, window), ...readParties(db, window)]);
  const witnesses = witnessesOf(db, found, window);
  const rows = window.flatMap((target) => {
    const row = read.get(target);
    return row ? [rowOf(db, found, row, witnesses.get(target))] : [];
  });
  return { parts: partsOf(db, deps, found), total: targets.length, rows, indexing: notIndexedYet(db) };
}

function partsOf(db: Readable, deps: QueryDeps, found: Found): UnderstoodPart[] {
  const { names } = employeesHere(db, deps);
  return found.meanings.map(({ key, kind, text, without, off, days, people, amount }) => ({
    ...{ key, kind, text, without, off, days: days ?? null, amount: amount ?? null },
    people: (people ?? []).map((id) => ({ id, name: names.get(id) ?? '' })),
  }));
}

function rowOf(db: Readable, { terms }: Found, read: Read, witness: Witness | undefined): FoundRow {
  const { rid: _, archivedAt, note, counterpartyId: __, ...row } = read;
  const marks = (text: string | null): Marks => (text === null ? [] : matchedRanges(text, terms, wordKeysHere()));
  const shown = [row.title, row.number, row.counterparty, row.inn];
  const fragments = [
    fieldFragment(db, { entity: row.entity, id: row.id, note, shown }, terms),
    witness && witnessFragment(db, witness, terms),
  ];
  return {
    ...row,
    titleMarks: marks(row.title),
    numberMarks: marks(row.number),
    counterpartyMarks: marks(row.counterparty),
    archived: archivedAt !== null,
    fragments: fragments.filter((one) => one !== undefined && one !== null),
  };
}

function readDocuments(db: Readable, deps: QueryDeps, window: readonly Target[]): [Target, Read][] {
  const families = familiesOf(db, deps);
  const rids = window.filter((target) => target > 0);
  return readAll(db, documentSql, rids).map((row) => {
    const counterparty = families.inPlaceOf(row.counterpartyId)?.counterpartyName ?? row.counterparty;
    return [row.rid, { ...row, counterparty }];
  });
}

const readParties = (db: Readable, window: readonly Target[]): [Target, Read][] =>
  readAll(
    db,
    partySql,
    window.filter((target) => target < 0).map((target) => -target),
  ).map((row) => [-row.rid, row]);

const readAll = (db: Readable, sql: string, rids: number[]): Read[] =>
  prepared(db, sql).all(JSON.stringify(rids)) as Read[];

const documentSql = `SELECT d.rid, CASE d.kind WHEN 'application' THEN 'ticket' ELSE 'document' END AS entity, d.id,
  d.subject AS title, d.number, d.kind, k.label AS kindLabel, k.labelEn AS kindLabelEn, d.state, d.date, d.amount, d.currency,
  NULL AS inn, d.branchId, c.name AS counterparty, d.archivedAt, d.note, d.counterpartyId
FROM json_each(?) w CROSS JOIN document d ON d.rid = w.value
LEFT JOIN counterparty c ON c.id = d.counterpartyId
LEFT JOIN document_kind k ON k.id = d.kindId`;

const partySql = `SELECT rid, 'counterparty' AS entity, id, name AS title, NULL AS number, kind, NULL AS kindLabel,
  NULL AS kindLabelEn, NULL AS state, NULL AS date, NULL AS amount, 'RUB' AS currency, inn, NULL AS branchId,
  NULL AS counterparty, archivedAt, note, NULL AS counterpartyId
FROM counterparty WHERE rid IN (SELECT value FROM json_each(?))`;
