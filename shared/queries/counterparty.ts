import { z } from 'zod';
import type { RowOf } from '#shared/domain/registry.ts';
import type { KindNamed } from '#shared/queries/contract.ts';
import { query } from '#shared/queries/query.ts';
import type { Receipt } from '#shared/queries/receipt.ts';

export const counterpartyFilter = z.object({
  text: z.string().max(500).optional(),
  kinds: z.array(z.enum(['legal', 'entrepreneur', 'person', 'foreign'])).optional(),
  duplicates: z.boolean().optional(),
  archived: z.boolean().optional(),
});
export type CounterpartyFilter = z.infer<typeof counterpartyFilter>;

export const counterpartySort = z.object({
  column: z.enum(['name', 'inn', 'kind', 'documents', 'createdAt']),
  direction: z.enum(['asc', 'desc']),
});
export type CounterpartySort = z.infer<typeof counterpartySort>;

export interface CounterpartyListRow {
  id: string;
  kind: RowOf<'counterparty'>['kind'];
  name: string;
  legalForm: string | null;
  inn: string | null;
  kpp: string | null;
  ogrn: string | null;
  phone: string | null;
  documents: number;
  possibleDuplicateOf: string | null;
  receipt: Receipt;
}

export const counterpartyList = query<{ total: number; rows: CounterpartyListRow[] }>()({
  name: 'counterparty.list',
  args: z.object({
    filter: counterpartyFilter,
    sort: counterpartySort,
    start: z.number().int().min(0),
    end: z.number().int().min(0),
  }),
  entities: ['counterparty', 'document'],
});

export interface CounterpartyCard {
  counterparty: RowOf<'counterparty'>;
  accounts: RowOf<'bank_account'>[];
  /** The record that has taken this one in. */
  mergedInto: RowOf<'counterparty'> | null;
  /** Records this one has taken in; what belongs to them is told with its own. */
  merged: RowOf<'counterparty'>[];
  /** Others with the same ИНН that nobody has told apart from it. */
  duplicates: { id: string; name: string; inn: string | null; kpp: string | null }[];
  authorName: string | null;
  documents: number;
  /** Kopecks over its documents, by kind. */
  sums: (KindNamed & { kindId: string | null; count: number; sum: number })[];
  conflicts: { id: string; fields: string[] }[];
  receipt: Receipt;
}

export const counterpartyCard = query<CounterpartyCard | null>()({
  name: 'counterparty.card',
  args: z.object({ id: z.string() }),
  entities: ['counterparty', 'bank_account', 'document', 'conflict', 'history'],
});

export interface CounterpartyHint {
  id: string;
  name: string;
  legalForm: string | null;
  inn: string | null;
  kpp: string | null;
}

/** Counterparties for a picker: by the beginning of a word of the name, or of the ИНН. At most 20. */
export const counterpartySuggest = query<CounterpartyHint[]>()({
  name: 'counterparty.suggest',
  args: z.object({ text: z.string().max(200) }),
  entities: ['counterparty'],
});
