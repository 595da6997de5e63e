import { partyKey, type Values } from '#electron/core/app/desks/tables/row-forms.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { CounterpartyForm } from '#shared/commands/counterparty.ts';
import { sortKey } from '#shared/lib/text/fold.ts';

/** The counterparty a row means: its id, null when it is not here, 'several' when a name alone leads to more than one. */
export function knownParty(db: Readable, party: CounterpartyForm): string | null | 'several' {
  const living = 'archivedAt IS NULL ORDER BY id';
  if (party.inn) {
    const same = prepared(db, `SELECT id, kpp FROM counterparty WHERE inn = ? AND ${living}`).all(party.inn) as {
      id: string;
      kpp: string | null;
    }[];
    // People have no КПП; a row without one means the company whatever its КПП is, and a record without one any of it.
    const found = party.kpp
      ? (same.find((one) => one.kpp === party.kpp) ?? same.find((one) => one.kpp === null))
      : same[0];
    return found?.id ?? null;
  }
  const named = prepared(db, `SELECT id FROM counterparty WHERE name_key = ? AND ${living} LIMIT 2`).pluck();
  const ids = named.all(sortKey(party.name)) as string[];
  return ids.length > 1 ? 'several' : (ids[0] ?? null);
}

/** A counterparty that was put away, by the run that is taken back for instance: it comes back instead of being made anew. */
export function putAwayParty(db: Readable, { inn, kpp, name }: CounterpartyForm): string | null {
  const away = 'archivedAt IS NOT NULL AND mergedIntoId IS NULL ORDER BY id DESC LIMIT 1';
  const found = inn
    ? prepared(db, `SELECT id FROM counterparty WHERE inn = ? AND kpp IS ? AND ${away}`).pluck().get(inn, kpp)
    : prepared(db, `SELECT id FROM counterparty WHERE inn IS NULL AND name_key = ? AND ${away}`)
        .pluck()
        .get(sortKey(name));
  return (found as string | undefined) ?? null;
}

/** The document that a row is: by its key, else by kind, number, day and other side. One that was put away counts as new: it comes back. */
export function knownDocument(
  db: Readable,
  key: string,
  values: Values,
  given: { kind: string; counterpartyId: string | null },
): string | null {
  const byKey = prepared(db, 'SELECT id, archivedAt FROM document WHERE sourceKey = ?').get(key) as
    | { id: string; archivedAt: number | null }
    | undefined;
  if (byKey) return byKey.archivedAt === null ? byKey.id : null;
  if (typeof values.number !== 'string' || values.number === '') return null;
  const found = prepared(
    db,
    `SELECT id FROM document WHERE number_key = ? AND date = ? AND kind = ? AND counterpartyId IS ? AND archivedAt IS NULL
     ORDER BY id LIMIT 1`,
  )
    .pluck()
    .get(sortKey(values.number), values.date, given.kind, given.counterpartyId);
  return (found as string | undefined) ?? null;
}

/** Counterparties of one run: each is looked for once. */
export class PartyBook {
  readonly #db: Readable;
  readonly #ids = new Map<string, string | null | 'several'>();

  constructor(db: Readable) {
    this.#db = db;
  }

  find(party: CounterpartyForm): string | null | 'several' {
    const key = partyKey(party);
    const before = this.#ids.get(key);
    if (before !== undefined) return before;
    const found = knownParty(this.#db, party);
    this.#ids.set(key, found);
    return found;
  }

  /** Those that were looked for and are not here. */
  get missing(): number {
    return [...this.#ids.values()].filter((id) => id === null).length;
  }

  made(party: CounterpartyForm, id: string): void {
    this.#ids.set(partyKey(party), id);
  }
}
