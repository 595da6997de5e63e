import type { RowOf } from '#shared/domain/registry.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import type { ObligationLine } from '#shared/queries/contract.ts';

type Row = RowOf<'obligation'>;

/** What stands in the fields of an obligation. */
export interface ObligationValues {
  kind: Row['kind'];
  side: Row['side'];
  title: string;
  dueDate: string | null;
  amount: number | null;
  note: string;
  state: Row['state'];
  doneOn: string | null;
  doneDocumentId: string | null;
}

export const newObligation = (kind: Row['kind']): ObligationValues => ({
  kind,
  side: 'ours',
  title: '',
  dueDate: null,
  amount: null,
  note: '',
  state: 'planned',
  doneOn: null,
  doneDocumentId: null,
});

export const valuesOfObligation = (row: Row): ObligationValues => ({
  kind: row.kind,
  side: row.side,
  title: row.title,
  dueDate: row.dueDate,
  amount: row.amount,
  note: row.note ?? '',
  state: row.state,
  doneOn: row.doneOn,
  doneDocumentId: row.doneDocumentId,
});

export type ObligationFault = 'whatEmpty' | 'dateEmpty' | 'amountEmpty';

/** What keeps an obligation from being saved, by field; keys of the contract's dictionary. */
export function obligationFaults(
  values: ObligationValues,
): Partial<Record<'title' | 'dueDate' | 'amount' | 'doneOn', ObligationFault>> {
  return {
    ...(values.title.trim() ? {} : { title: 'whatEmpty' }),
    ...(values.dueDate ? {} : { dueDate: 'dateEmpty' }),
    ...(values.kind === 'payment' && values.amount === null ? { amount: 'amountEmpty' } : {}),
    ...(values.state === 'done' && !values.doneOn ? { doneOn: 'dateEmpty' } : {}),
  };
}

const formOf = (values: ObligationValues) => ({
  kind: values.kind,
  side: values.side,
  title: values.title.trim(),
  dueDate: values.dueDate ?? '',
  amount: values.amount,
  note: values.note.trim() || null,
});

const settlementOf = (values: ObligationValues) => ({
  state: values.state,
  doneOn: values.state === 'done' ? values.doneOn : null,
  doneDocumentId: values.state === 'done' ? values.doneDocumentId : null,
});

/** The values as `obligation.add` takes them. */
export const obligationForm = formOf;

/** What has to be sent after an edit: changed fields with what was seen in them, and the settlement when it is another. */
export function obligationChanges(seen: Row, values: ObligationValues) {
  const before = formOf(valuesOfObligation(seen));
  const after = formOf(values);
  const names = (Object.keys(after) as (keyof typeof after)[]).filter((name) => !sameValue(before[name], after[name]));
  const settlement = settlementOf(values);
  return {
    patch: Object.fromEntries(names.map((name) => [name, after[name]])) as Partial<typeof after>,
    base: Object.fromEntries(names.map((name) => [name, before[name]])),
    settlement: sameValue(settlement, settlementOf(valuesOfObligation(seen))) ? null : settlement,
  };
}

/** The totals of a payment schedule, kopecks; what was called off does not count. */
export function scheduleTotals(lines: readonly ObligationLine[], amount: number | null) {
  const payments = lines.filter(({ row }) => row.kind === 'payment' && row.state !== 'cancelled');
  const sum = (some: readonly ObligationLine[]) => some.reduce((all, { row }) => all + (row.amount ?? 0), 0);
  const total = sum(payments);
  const paid = sum(payments.filter(({ row }) => row.state === 'done'));
  return {
    total,
    paid,
    left: total - paid,
    unscheduled: amount === null || payments.length === 0 ? null : amount - total,
  };
}
