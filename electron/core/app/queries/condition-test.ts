import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import { customTest } from '#electron/core/app/queries/custom-test.ts';
import type { DocumentColumns, Valued } from '#electron/core/app/queries/document-columns.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { both, not, type RowTest } from '#electron/core/app/queries/row-test.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { OrderedColumn } from '#electron/core/store/views/ordered-column.ts';
import { addDays } from '#shared/lib/dates/dates.ts';
import { instantOf, type Offset } from '#shared/lib/dates/local-time.ts';
import { foldForFilter } from '#shared/lib/text/fold.ts';
import { type Condition, isStandingField, type StandingField, standingFields } from '#shared/queries/condition.ts';
import type { CustomTest } from '#shared/queries/document.ts';

type Value = string | number;

/** What conditions are compared with besides the rows: who asks, where, on what day. */
export interface Asker {
  userId: string;
  branchId: string;
  today: string;
  offsets: readonly Offset[];
}

export function askerOf(db: Readable, deps: QueryDeps): Asker {
  const staff = staffOf(db, deps);
  const { userId } = deps;
  const { offsets } = staff.timeOf(userId);
  return { userId, branchId: staff.branchOf(userId), today: staff.todayOf(userId), offsets };
}

export interface Sources {
  db: Readable;
  deps: QueryDeps;
  columns: DocumentColumns;
  asker: Asker;
}

/** One condition of the filter builder as a test over documents. */
export function conditionTest(sources: Sources, condition: Condition): RowTest {
  const { field } = condition;
  return isStandingField(field) ? standingTest(sources, field, condition) : ownTest(sources, field.slice(7), condition);
}

/** The days a condition allows, both included; null: open. */
function spanOf(condition: Condition, today: string): { from: Value | null; to: Value | null } | null {
  switch (condition.op) {
    case 'between':
      return { from: condition.from, to: condition.to };
    case 'past':
      return { from: addDays(today, -condition.days), to: today };
    case 'next':
      return { from: today, to: addDays(today, condition.days) };
    case 'before':
      return { from: null, to: addDays(today, -condition.days - 1) };
    default:
      return null;
  }
}

function standingTest({ columns, deps, asker }: Sources, field: StandingField, condition: Condition): RowTest {
  const type = standingFields[field];
  if (type === 'text') return textTest(columns.texts(deps, field), condition);
  const column = columns.valued(deps, field as Valued);
  const span = spanOf(condition, asker.today);
  if (span) return spanTest(column, type === 'instant' ? instantsOf(span, asker.offsets) : span);
  switch (condition.op) {
    case 'filled':
      return test(column, (value) => value !== '[]');
    case 'empty':
      return not(test(column, (value) => value !== '[]'));
    case 'is':
      return condition.value === true
        ? test(column, (value) => value === 1)
        : not(test(column, (value) => value === 1));
    case 'me':
      return test(column, (value) => value === (type === 'branch' ? asker.branchId : asker.userId));
    case 'in':
    case 'not_in': {
      const wanted = new Set<unknown>(condition.value);
      const among =
        type === 'labels'
          ? test(column, (value) => (JSON.parse(value as string) as string[]).some((one) => wanted.has(one)))
          : field === 'kind'
            ? kindTest(columns, deps, column, wanted)
            : test(column, (value) => wanted.has(value));
      return condition.op === 'in' ? among : not(among);
    }
    default:
      return test(column, () => false);
  }
}

/** The company's own kinds are told by their ids, and `custom` then says nothing. */
function kindTest(columns: DocumentColumns, deps: QueryDeps, column: OrderedColumn, wanted: Set<unknown>): RowTest {
  const own = test(columns.valued(deps, 'kindId'), (value) => wanted.has(value));
  return not(both(not(test(column, (value) => wanted.has(value))), not(own)));
}

function textTest(texts: readonly string[], condition: Condition): RowTest {
  const passes = textPredicate(condition);
  const codes = new Uint8Array(texts.length);
  for (let rid = 0; rid < texts.length; rid += 1) if (passes(texts[rid] as string)) codes[rid] = 1;
  return { codes, allowed: Uint8Array.of(0, 1) };
}

function textPredicate(condition: Condition): (text: string) => boolean {
  if (condition.op === 'filled') return (text) => text !== '';
  if (condition.op === 'empty') return (text) => text === '';
  const wanted = 'value' in condition && typeof condition.value === 'string' ? foldForFilter(condition.value) : '';
  if (condition.op === 'is') return (text) => text === wanted;
  return condition.op === 'lacks' ? (text) => !text.includes(wanted) : (text) => text.includes(wanted);
}

const spanTest = (column: OrderedColumn, { from, to }: { from: Value | null; to: Value | null }): RowTest =>
  test(column, (value) => (from === null || value >= from) && (to === null || value <= to));

/** From the first instant of the first day to the last of the last, where the asker works. */
const instantsOf = (span: { from: Value | null; to: Value | null }, offsets: readonly Offset[]) => ({
  from: span.from === null ? null : instantOf(offsets, String(span.from), 0),
  to: span.to === null ? null : instantOf(offsets, addDays(String(span.to), 1), 0) - 1,
});

function test({ codes, values }: OrderedColumn, passes: (value: Value) => boolean): RowTest {
  return { codes, allowed: Uint8Array.from(values, (value) => (value !== null && passes(value) ? 1 : 0)) };
}

/** The same of one of the company's own fields, whose values lie in a table of their own. */
function ownTest({ db, asker }: Sources, key: string, condition: Condition): RowTest {
  const ask = (given: { op: CustomTest['op']; value?: unknown }) => customTest(db, { key, ...given } as CustomTest);
  const span = spanOf(condition, asker.today);
  if (span) {
    const from = span.from === null ? null : ask({ op: 'at_least', value: span.from });
    const to = span.to === null ? null : ask({ op: 'at_most', value: span.to });
    return from && to ? both(from, to) : (from ?? to ?? ask({ op: 'filled' }));
  }
  switch (condition.op) {
    case 'contains':
      return ask({ op: 'contains', value: condition.value });
    case 'lacks':
      return not(ask({ op: 'contains', value: condition.value }));
    case 'is':
      return ask({ op: 'in', value: [condition.value] });
    case 'in':
      return ask({ op: 'in', value: condition.value });
    case 'not_in':
      return not(ask({ op: 'in', value: condition.value }));
    case 'me':
      return ask({ op: 'in', value: [asker.userId] });
    default:
      return ask({ op: condition.op === 'empty' ? 'empty' : 'filled' });
  }
}
