import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { QueryTerm } from '#shared/lib/text/query.ts';
import { matchExpression } from './match-expression.ts';
import { placeOf, rowTargets, type Target, targetOf } from './row-targets.ts';
import { scanDirty } from './search.ts';
import type { SearchSource } from './search-source.ts';

/** A wish that a record meets by any of its texts, or by what else is said here. */
export interface Wish {
  /** All of these in one text of the record. */
  terms: readonly QueryTerm[];
  without: boolean;
  /** Documents that meet it whatever their texts say, marked by rid. */
  also?: Uint8Array;
}

/** A text in the discussion or the files of a record. */
export interface Witness {
  entity: string;
  id: string;
  target: Target;
}

/** Records that meet all wishes, with the places where words of theirs stand, by rid. 0: not found. */
export interface FoundRecords {
  documents: Uint8Array;
  counterparties: Uint8Array;
  /** Rowids of the index in the discussion and the files, once for each wish that they meet. */
  rows: Uint32Array;
  /** The same texts that the index has not caught up with. */
  fresh: Witness[];
}

/** Each wish on its own over the index, corrected by the rows it has not caught up with, brought together record by record. */
export function foundRecords(db: Readable, wishes: readonly Wish[], given: SearchSource): FoundRecords {
  const targets = rowTargets(db);
  const source = remembering(given);
  const size = (entity: string): number =>
    ((prepared(db, `SELECT max(rid) FROM "${entity}"`).pluck().get() as number | null) ?? 0) + 1;
  const [documents, counterparties] = [size('document'), size('counterparty')];
  const blank = (): Marks => ({
    documents: new Uint8Array(documents),
    counterparties: new Uint8Array(counterparties),
  });
  let found: Marks | undefined;
  const unwanted: Marks[] = [];
  const witnessing: number[] = [];
  const fresh: Witness[] = [];
  for (const wish of wishes) {
    const marks = blank();
    const { matching, stale } = scanDirty(db, wish.terms, source, undefined);
    const rowids = prepared(db, 'SELECT rowid FROM search_index WHERE search_index MATCH ?')
      .pluck()
      .all(matchExpression(wish.terms, source.keysOf)) as number[];
    for (const rowid of rowids) {
      if (stale.has(rowid)) continue;
      const [target, place] = [targets.target(rowid), targets.place(rowid)];
      mark(marks, target, place);
      if (place > 1 && !wish.without) witnessing.push(rowid);
    }
    for (const hit of matching) {
      const [target, place] = [targetOf(db, hit), placeOf(hit.entity)];
      mark(marks, target, place);
      if (place > 1 && !wish.without) fresh.push({ entity: hit.entity, id: hit.id, target });
    }
    if (wish.also) for (let rid = 0; rid < documents; rid += 1) if (wish.also[rid] === 1) mark(marks, rid, 1);
    if (wish.without) unwanted.push(marks);
    else found = found ? both(found, marks) : marks;
  }
  const kept = found ?? blank();
  for (const marks of unwanted) leaveOut(kept, marks);
  return { ...kept, rows: Uint32Array.from(witnessing), fresh };
}

/** Every wish looks at the same fresh texts. */
function remembering(source: SearchSource): SearchSource {
  const texts = new Map<string, ReturnType<SearchSource['loadText']>>();
  const loadText: SearchSource['loadText'] = (entity, id) => {
    const key = `${entity} ${id}`;
    if (!texts.has(key)) texts.set(key, source.loadText(entity, id));
    return texts.get(key);
  };
  return { ...source, loadText };
}

type Marks = Pick<FoundRecords, 'documents' | 'counterparties'>;
const tables = ['documents', 'counterparties'] as const;

function mark(marks: Marks, target: Target, place: number): void {
  const [table, rid] = target < 0 ? [marks.counterparties, -target] : [marks.documents, target];
  if (rid > 0 && rid < table.length) table[rid] = (table[rid] as number) | place;
}

function both(left: Marks, right: Marks): Marks {
  for (const table of tables) {
    const [one, other] = [left[table], right[table]];
    for (let rid = 0; rid < one.length; rid += 1)
      one[rid] = one[rid] === 0 || other[rid] === 0 ? 0 : (one[rid] as number) | (other[rid] as number);
  }
  return left;
}

function leaveOut(kept: Marks, unwanted: Marks): void {
  for (const table of tables)
    for (let rid = 0; rid < kept[table].length; rid += 1) if (unwanted[table][rid] !== 0) kept[table][rid] = 0;
}
