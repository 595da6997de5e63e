import { createHash } from 'node:crypto';
import { formOf } from '#electron/core/jobs/import-orders.ts';
import type { CounterpartyForm } from '#shared/commands/counterparty.ts';
import type { DocumentForm } from '#shared/commands/document.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import { clampTo } from '#shared/formats/plan/clamp.ts';
import { planParty } from '#shared/formats/plan/parties.ts';
import { problemList } from '#shared/formats/problem.ts';
import type { MappedRow } from '#shared/formats/tabular/map-rows.ts';
import type { TableOrderMapping } from '#shared/ipc/intake-channels.ts';
import { canonicalJson } from '#shared/lib/canonical.ts';
import { sortKey } from '#shared/lib/text/fold.ts';

export type Values = MappedRow['values'];

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** A counterparty as a row names it, whole or as the other side of a document; null when it names none. */
export function partyOf(values: Values): CounterpartyForm | null {
  const name = textOf(values.name) ?? textOf(values.counterpartyName);
  const inn = textOf(values.inn) ?? textOf(values.counterpartyInn);
  if (name === null && inn === null) return null;
  const nothing = { account: null, bik: null, bankName: null, corrAccount: null };
  const ogrn = textOf(values.ogrn);
  const facts = {
    ...{ ...nothing, name, inn, ogrn },
    // ОГРНИП has 15 digits.
    kind: ogrn?.length === 15 ? ('entrepreneur' as const) : null,
    kpp: textOf(values.kpp) ?? textOf(values.counterpartyKpp),
    address: textOf(values.address),
    phone: textOf(values.phone),
    email: textOf(values.email),
  };
  const party = formOf(planParty(facts, 0, clampTo(problemList())));
  const isOfCounterparty = values.name !== undefined;
  return {
    ...party,
    legalForm: textOf(values.legalForm) ?? party.legalForm,
    fullName: textOf(values.fullName) ?? party.fullName,
    note: isOfCounterparty ? textOf(values.note) : null,
  };
}

/** By what the same company is recognised in one file and the next: ИНН with КПП, or its name. */
export const partyKey = ({ inn, kpp, name }: CounterpartyForm): string =>
  inn ? `${inn}/${kpp ?? ''}` : `name:${sortKey(name)}`;

export const kindOf = (values: Values, mapping: TableOrderMapping): DocumentKind =>
  mapping.kind ?? (values.kind as DocumentKind | undefined) ?? 'incoming';

/** Where a paper belongs: papers of two branches or of two own kinds may have the same number and day. */
export interface PaperPlace {
  kind: DocumentKind;
  kindId: string | null;
  branchId: string;
}

export const placeOfPaper = (values: Values, mapping: TableOrderMapping): PaperPlace => ({
  kind: kindOf(values, mapping),
  kindId: mapping.kindId,
  branchId: textOf(values.branch) ?? mapping.branchId,
});

/** The same paper has the same key in any file: its place, number, day and other side; without a number, all that its row says. */
export function documentKey(values: Values, mapping: TableOrderMapping, party: CounterpartyForm | null): string {
  const number = textOf(values.number);
  const other = party ? partyKey(party) : '';
  const { kind, kindId, branchId } = placeOfPaper(values, mapping);
  const said = number ? [values.date, other, sortKey(number)] : [values, other];
  const parts = [kind, kindId, branchId, ...said];
  return `table:${createHash('sha256').update(canonicalJson(parts)).digest('hex')}`;
}

const customOf = (values: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) =>
      field.startsWith('custom.') ? [[field.slice('custom.'.length), value]] : [],
    ),
  );

/** The form of a new document. */
export function documentOf(values: Values, mapping: TableOrderMapping, counterpartyId: string | null): DocumentForm {
  const own = customOf(values);
  return {
    kind: kindOf(values, mapping),
    number: textOf(values.number),
    date: textOf(values.date) ?? '',
    subject: textOf(values.subject) ?? '',
    counterpartyId,
    amount: numberOf(values.amount),
    vatAmount: numberOf(values.vatAmount),
    currency: textOf(values.currency) ?? 'RUB',
    state: 'reg',
    responsibleId: textOf(values.responsible) ?? mapping.responsibleId,
    branchId: placeOfPaper(values, mapping).branchId,
    dueDate: textOf(values.dueDate),
    note: textOf(values.note),
    labels: [],
    counterpartyNumber: textOf(values.counterpartyNumber),
    expiresOn: textOf(values.expiresOn),
    ...(Object.keys(own).length > 0 ? { custom: own } : {}),
    ...(mapping.kindId ? { kindId: mapping.kindId } : {}),
  };
}

const plain = [
  'number',
  'date',
  'subject',
  'amount',
  'vatAmount',
  'currency',
  'dueDate',
  'note',
  'counterpartyNumber',
  'expiresOn',
] as const;

/** What a row says of a known document: only the fields it has a value for. */
export function documentPatch(
  values: Values,
  custom: Record<string, unknown> | null | undefined,
): Partial<DocumentForm> {
  const patch: Record<string, unknown> = {};
  for (const field of plain) if (values[field] !== undefined) patch[field] = values[field];
  if (values.responsible !== undefined) patch['responsibleId'] = values.responsible;
  const own = customOf(values);
  if (Object.keys(own).length > 0) patch['custom'] = { ...custom, ...own };
  return patch as Partial<DocumentForm>;
}

/** What a row says of a known counterparty. */
export function partyPatch(values: Values): Partial<CounterpartyForm> {
  const fields = ['fullName', 'legalForm', 'inn', 'kpp', 'ogrn', 'address', 'phone', 'email', 'note'] as const;
  const said = fields.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]] as const]));
  return Object.fromEntries(said) as Partial<CounterpartyForm>;
}
