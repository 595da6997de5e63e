import { type Fault, innFault, kppFault, ogrnFault } from '#renderer/pages/counterparty/requisite-checks.ts';
import type { CounterpartyForm } from '#shared/commands/counterparty.ts';

/** What everybody fills in; the limit and the stop list are for those who answer for counterparties. */
type Typed = Omit<CounterpartyForm, 'limitAmount' | 'stopReason'>;
type Trust = Pick<CounterpartyForm, 'limitAmount' | 'stopReason'>;
/** What is typed: every field but the limit (kopecks) is text, empty means «not given». */
export type PartyDraft = { [K in keyof Typed]: K extends 'kind' ? CounterpartyForm['kind'] : string } & {
  limitAmount: number | null;
  stopReason: string;
};

export const emptyParty: PartyDraft = {
  kind: 'legal',
  name: '',
  legalForm: '',
  fullName: '',
  inn: '',
  kpp: '',
  ogrn: '',
  address: '',
  phone: '',
  email: '',
  note: '',
  limitAmount: null,
  stopReason: '',
};

const names = (Object.keys(emptyParty) as (keyof PartyDraft)[]).filter(
  (name): name is keyof Typed => name !== 'limitAmount' && name !== 'stopReason',
);

/** A stored row as it stands in the fields. */
export const draftOf = (row: Typed & Trust): PartyDraft =>
  ({
    ...Object.fromEntries(names.map((name) => [name, row[name] ?? ''])),
    limitAmount: row.limitAmount ?? null,
    stopReason: row.stopReason ?? '',
  }) as unknown as PartyDraft;

/** Codes are typed and pasted with spaces; everything else keeps its own, but not at the ends. */
const coded = new Set<keyof PartyDraft>(['inn', 'kpp', 'ogrn']);
export const cleaned = (name: keyof PartyDraft, text: string): string =>
  coded.has(name) ? text.replace(/[\s\u200b-\u200f\ufeff]/g, '').toUpperCase() : text.trim();

/** What is typed, as the commands take it. */
export const formOf = (draft: PartyDraft): CounterpartyForm =>
  ({
    ...Object.fromEntries(
      names.map((name) => {
        if (name === 'kind') return [name, draft.kind];
        const text = cleaned(name, draft[name]);
        return [name, name === 'name' ? text : text || null];
      }),
    ),
    limitAmount: draft.limitAmount,
    stopReason: draft.stopReason.trim() || null,
  }) as unknown as CounterpartyForm;

/** Only the fields that differ from what the person saw, and what they saw in them. */
export function editOf(
  seen: Typed & Trust,
  draft: PartyDraft,
): { patch: Partial<CounterpartyForm>; base: Record<string, unknown> } {
  const wanted = formOf(draft);
  const all = [...names, 'limitAmount', 'stopReason'] as const;
  const changed = all.filter((name) => (wanted[name] ?? null) !== (seen[name] ?? null));
  return {
    patch: Object.fromEntries(changed.map((name) => [name, wanted[name]])) as Partial<CounterpartyForm>,
    base: Object.fromEntries(changed.map((name) => [name, seen[name] ?? null])),
  };
}

/** What is wrong with each field; absent: nothing. */
export function faultsOf(draft: PartyDraft): Partial<Record<keyof PartyDraft, Fault>> {
  const { kind } = draft;
  const found = {
    name: draft.name.trim() ? null : { code: 'nameEmpty', params: {} },
    inn: innFault(cleaned('inn', draft.inn), kind),
    kpp: kppFault(cleaned('kpp', draft.kpp), kind),
    ogrn: ogrnFault(cleaned('ogrn', draft.ogrn), kind),
    limitAmount: draft.limitAmount !== null && draft.limitAmount < 0 ? { code: 'limitNegative', params: {} } : null,
  };
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== null));
}
