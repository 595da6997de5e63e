import { type PaperPlace, partyKey, type Values } from '#electron/core/app/desks/tables/row-forms.ts';
import { type Families, readFamilies } from '#electron/core/app/queries/counterparty-families.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { standingPartyId } from '#electron/core/store/rows/standing-party.ts';
import type { CounterpartyForm } from '#shared/commands/counterparty.ts';
import { sortKey } from '#shared/lib/text/fold.ts';

/**
 * The counterparty a row means: its id, null when it is not here, 'several' when a name alone leads to more than one. What a merged record
 * was called leads to the one that stands for it.
 */
export function knownParty(db: Readable, party: CounterpartyForm): string | null | 'several' {
  // Living ones first: a record of today is meant before one of the past.
  const among = '(archivedAt IS NULL OR mergedIntoId IS NOT NULL) ORDER BY archivedAt IS NOT NULL, id';
  if (party.inn) {
    const same = prepared(db, `SELECT id, kpp, archivedAt FROM counterparty WHERE inn = ? AND ${among}`).all(
      party.inn,
    ) as Known[];
    // People have no КПП; a row without one means the company whatever its КПП is, and a record without one any of it.
    const fits = party.kpp ? [...same.filter(has(party.kpp)), ...same.filter(has(null))] : same;
    return standingAmong(db, fits)[0] ?? null;
  }
  const sql = `SELECT id, kpp, archivedAt FROM counterparty WHERE name_key = ? AND ${among}`;
  const named = prepared(db, sql).all(sortKey(party.name)) as Known[];
  const today = named.filter(({ archivedAt }) => archivedAt === null);
  const ids = standingAmong(db, today.length > 0 ? today : named);
  return ids.length > 1 ? 'several' : (ids[0] ?? null);
}

interface Known {
  id: string;
  kpp: string | null;
  archivedAt: number | null;
}

const has = (kpp: string | null) => (one: Known) => one.kpp === kpp;

/** The living records that stand for these, each once. */
function standingAmong(db: Readable, found: readonly Known[]): string[] {
  const living = prepared(db, 'SELECT 1 FROM counterparty WHERE id = ? AND archivedAt IS NULL');
  return [...new Set(found.map(({ id }) => standingPartyId(db, id)))].filter((id) => living.get(id) !== undefined);
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

/** The document that a row is: by its key, else by kind, branch, number, day and other side. One that was put away counts as new: it comes back. */
export function knownDocument(
  db: Readable,
  key: string,
  values: Values,
  given: PaperPlace & { family: readonly string[] },
): string | null {
  const keyed = 'SELECT id, archivedAt FROM document WHERE sourceKey = ? ORDER BY archivedAt IS NOT NULL, id LIMIT 1';
  const byKey = prepared(db, keyed).get(key) as { id: string; archivedAt: number | null } | undefined;
  if (byKey) return byKey.archivedAt === null ? byKey.id : null;
  if (typeof values.number !== 'string' || values.number === '') return null;
  const found = prepared(
    db,
    `SELECT id FROM document WHERE number_key = ? AND date = ? AND kind = ? AND kindId IS ? AND branchId = ? AND archivedAt IS NULL
     AND coalesce(counterpartyId, '') IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 1`,
  )
    .pluck()
    .get(
      ...[sortKey(values.number), values.date, given.kind, given.kindId, given.branchId],
      JSON.stringify(given.family.length > 0 ? given.family : ['']),
    );
  return (found as string | undefined) ?? null;
}

/** Counterparties of one run: each is looked for once. */
export class PartyBook {
  readonly #db: Readable;
  readonly #families: Families;
  readonly #ids = new Map<string, string | null | 'several'>();

  constructor(db: Readable) {
    this.#db = db;
    this.#families = readFamilies(db);
  }

  /** A counterparty and all it has taken in: papers are filed under any of them. */
  family = (id: string | null): readonly string[] => (id === null ? [] : this.#families.members(id));

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
