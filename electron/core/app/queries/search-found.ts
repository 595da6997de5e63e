import { columnsOfDocuments } from '#electron/core/app/queries/document-view.ts';
import { indexedSoFar, searchSource } from '#electron/core/app/queries/found-ids.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { type FoundRecords, foundRecords, type Wish } from '#electron/core/store/search/found-records.ts';
import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';
import { Latest, Recent } from '#electron/core/store/views/recent.ts';
import type { QueryTerm } from '#shared/lib/text/query.ts';
import { type Meaning, type People, peopleOf, understand } from '#shared/lib/text/understand.ts';
import type { SearchQuestion } from '#shared/queries/search.ts';

/** What a question finds before any facet narrows it. */
export interface Found extends FoundRecords {
  meanings: readonly Meaning[];
  /** What is to be marked in texts. */
  terms: readonly QueryTerm[];
  /** Changes whenever the same question may find something else. */
  key: string;
}

interface Kept {
  people: Latest<{ people: People; names: ReadonlyMap<string, string> }>;
  found: Recent<Found>;
}

const keptFor = new WeakMap<Readable, Kept>();
/** Back and forth between a few questions; a set is a byte a record. */
const mostKept = 6;

function keptOf(db: Readable): Kept {
  let kept = keptFor.get(db);
  if (!kept) {
    kept = { people: new Latest(), found: new Recent(mostKept) };
    keptFor.set(db, kept);
  }
  return kept;
}

/** Names of the employees and how they are found by them. */
export const employeesHere = (db: Readable, deps: QueryDeps) =>
  keptOf(db).people.get(String(deps.versions('employee')), () => {
    const read = prepared(db, 'SELECT id, fullName FROM employee').all() as { id: string; fullName: string }[];
    return { people: peopleOf(read, wordKeysHere()), names: new Map(read.map((one) => [one.id, one.fullName])) };
  });

export const notIndexedYet = (db: Readable): number =>
  prepared(db, 'SELECT count(*) FROM search_dirty').pluck().get() as number;

/** Everything that the words of a question find, computed once as long as nothing changes. */
export function foundBy(db: Readable, deps: QueryDeps, { text, off }: Pick<SearchQuestion, 'text' | 'off'>): Found {
  const versions = (['document', 'counterparty', 'comment', 'attachment', 'employee'] as const).map((entity) =>
    deps.versions(entity),
  );
  const key = JSON.stringify([text, off, versions, indexedSoFar(db), notIndexedYet(db)]);
  return keptOf(db).found.get(key, () => {
    const meanings = understand(text, off, employeesHere(db, deps).people);
    const counting = meanings.filter((one) => !one.off);
    const wishes = counting.map((one): Wish => {
      const also = one.days ? within(db, deps, one.days) : one.people ? heldBy(db, deps, one.people) : undefined;
      return { terms: one.terms, without: one.without, ...(also && { also }) };
    });
    // «2026» of «март 2026» stands in every number of the year: only a day as written is worth a mark.
    const isMarked = (one: Meaning) => !one.without && !(one.days && one.terms.length > 1);
    const terms = counting.flatMap((one) => (isMarked(one) ? one.terms : []));
    return { ...foundRecords(db, wishes, searchSource(db)), meanings, terms, key };
  });
}

/** Documents dated in these days. */
const within = (db: Readable, deps: QueryDeps, { from, to }: { from: string; to: string }): Uint8Array =>
  valued(db, deps, 'date', (date) => date >= from && date <= to);

/** Documents for which one of these employees answers. */
const heldBy = (db: Readable, deps: QueryDeps, ids: readonly string[]): Uint8Array =>
  valued(db, deps, 'responsibleId', (id) => ids.includes(id));

function valued(
  db: Readable,
  deps: QueryDeps,
  column: 'date' | 'responsibleId',
  passes: (value: string) => boolean,
): Uint8Array {
  const { codes, values } = columnsOfDocuments(db).valued(deps, column);
  const passing = Uint8Array.from(values, (value) => (typeof value === 'string' && passes(value) ? 1 : 0));
  const marks = new Uint8Array(codes.length);
  for (let rid = 0; rid < codes.length; rid += 1) marks[rid] = passing[codes[rid] as number] as number;
  return marks;
}
