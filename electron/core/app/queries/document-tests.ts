import { askerOf } from '#electron/core/app/queries/condition-test.ts';
import { treeTest } from '#electron/core/app/queries/condition-tree.ts';
import { familiesOf } from '#electron/core/app/queries/counterparty-families.ts';
import { customTest } from '#electron/core/app/queries/custom-test.ts';
import type { DocumentColumns } from '#electron/core/app/queries/document-columns.ts';
import { foundRids, ridsOf } from '#electron/core/app/queries/found-ids.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { RowTest } from '#electron/core/app/queries/row-test.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { OrderedColumn } from '#electron/core/store/views/ordered-column.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';

type Value = string | number;

/** A filter as tests over columns in memory. A list without entries sets no condition. */
export function documentTests(
  db: Readable,
  columns: DocumentColumns,
  deps: QueryDeps,
  filter: DocumentFilter,
): RowTest[] {
  const tests: RowTest[] = [{ codes: columns.archived(deps), allowed: flags(filter.archived === true) }];
  const among = (column: Parameters<DocumentColumns['valued']>[1], wanted: readonly string[] | undefined): void => {
    if (!wanted || wanted.length === 0) return;
    const set = new Set<Value>(wanted);
    tests.push(testOf(columns.valued(deps, column), (value) => set.has(value)));
  };
  if (filter.kinds?.length) among('kind', filter.kinds);
  else tests.push({ codes: columns.templates(deps), allowed: flags(false) });
  among('state', filter.states);
  among('branchId', filter.branchIds);
  among('responsibleId', filter.responsibleIds);
  const party = filter.counterpartyId;
  among('counterpartyId', party === undefined ? undefined : familiesOf(db, deps).members(party));
  among('parentId', filter.parentId === undefined ? undefined : [filter.parentId]);
  among('contractType', filter.contractTypes);
  const within = (column: 'date' | 'amount' | 'expiresOn', from: Value | undefined, to: Value | undefined): void => {
    if (from === undefined && to === undefined) return;
    const inside = (value: Value) => (from === undefined || value >= from) && (to === undefined || value <= to);
    tests.push(testOf(columns.valued(deps, column), inside));
  };
  within('date', filter.dateFrom, filter.dateTo);
  within('amount', filter.amountFrom, filter.amountTo);
  within('expiresOn', undefined, filter.expiresBefore);
  const { label, text } = filter;
  if (label !== undefined) {
    const labelled = (value: Value) => (JSON.parse(value as string) as string[]).includes(label);
    tests.push(testOf(columns.valued(deps, 'labels'), labelled));
  }
  if (filter.unnumbered) {
    const { codes, distinct } = columns.numbers(deps);
    const allowed = new Uint8Array(distinct + 1);
    allowed[0] = 1;
    tests.push({ codes, allowed });
  }
  among('kindId', filter.kindIds);
  for (const test of filter.custom ?? []) tests.push(customTest(db, test));
  if (filter.where?.of.length) {
    const asker = askerOf(db, deps);
    tests.push(treeTest({ db, deps, columns, asker }, filter.where));
  }
  if (filter.ids) tests.push({ codes: ridsOf(db, 'document', filter.ids), allowed: flags(true) });
  if (text?.trim()) tests.push({ codes: foundRids(db, 'document', text), allowed: flags(true) });
  return tests;
}

const flags = (wanted: boolean): Uint8Array => Uint8Array.of(wanted ? 0 : 1, wanted ? 1 : 0);

function testOf({ codes, values }: OrderedColumn, passes: (value: Value) => boolean): RowTest {
  const allowed = Uint8Array.from(values, (value) => (value !== null && passes(value) ? 1 : 0));
  return { codes, allowed };
}
