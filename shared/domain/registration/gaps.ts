import type { NumberBlockRow, NumberGapRow } from '#shared/domain/registration/journal.ts';
import type { RegistrationRow } from '#shared/domain/registration/registration.ts';

/**
 * Why numbers have no document in force. leased: a workstation holds them and has not used them yet; returned: given back unused;
 * voided: the registration was taken back; explained: a person says why; unexplained: nobody knows.
 */
export type GapCause =
  | { cause: 'voided'; registrationId: string; reason: string | null; at: number | null; byId: string | null }
  | { cause: 'explained'; gapId: string; reason: NumberGapRow['reason']; note: string; byId: string; at: number }
  | { cause: 'leased'; blockId: string; deviceName: string | null; userId: string | null; since: number }
  | { cause: 'returned'; blockId: string; deviceName: string | null; since: number }
  | { cause: 'unexplained' };

/** Neighbouring numbers without a document, of one cause; both ends included. */
export type Gap = { from: number; to: number } & GapCause;

/** What the register of gaps asks of a registration. */
export type NumberTaken = Pick<RegistrationRow, 'id' | 'seq' | 'voidedAt' | 'voidedById' | 'voidReason'>;

interface Numbers {
  /** The first number of the period. */
  first: number;
  registrations: readonly NumberTaken[];
  blocks: readonly NumberBlockRow[];
  notes: readonly NumberGapRow[];
}

/** The register of gaps of one period of a journal: every number from the first to the highest given that no living registration has. */
export function gapsOf({ first, registrations, blocks, notes }: Numbers): { highest: number; gaps: Gap[] } {
  const taken = new Map<number, NumberTaken>();
  let highest = first - 1;
  for (const row of registrations) {
    if (row.seq === null) continue;
    // Of two registrations of a number, which there never are, the living one is the one that counts.
    if (!taken.has(row.seq) || row.voidedAt === null) taken.set(row.seq, row);
    highest = Math.max(highest, row.seq);
  }
  const covering = coverOf(blocks);
  highest = Math.max(highest, ...covering.map((block) => block.to));
  const gaps: Gap[] = [];
  let at = 0;
  for (let seq = first; seq <= highest; seq += 1) {
    const row = taken.get(seq);
    if (row && row.voidedAt === null) continue;
    while (at < covering.length && (covering[at] as NumberBlockRow).to < seq) at += 1;
    const block = covering[at];
    const cause = row ? voided(row) : causeOf(seq, notes, block && block.from <= seq ? block : undefined);
    const before = gaps.at(-1);
    if (before && before.to === seq - 1 && isSame(before, cause)) before.to = seq;
    else gaps.push({ from: seq, to: seq, ...cause });
  }
  return { highest, gaps };
}

/** Blocks in the order of their numbers; of one that has been cut to nothing there is nothing to say. */
const coverOf = (blocks: readonly NumberBlockRow[]): NumberBlockRow[] =>
  blocks.filter((block) => block.from <= block.to).sort((left, right) => left.from - right.from);

const voided = (row: NumberTaken): GapCause => ({
  ...{ cause: 'voided', registrationId: row.id, reason: row.voidReason },
  ...{ at: row.voidedAt, byId: row.voidedById },
});

function causeOf(seq: number, notes: readonly NumberGapRow[], block: NumberBlockRow | undefined): GapCause {
  const note = notes.findLast((one) => one.from <= seq && seq <= one.to);
  if (note)
    return {
      ...{ cause: 'explained', gapId: note.id, reason: note.reason, note: note.note },
      ...{ byId: note.authorId, at: note.explainedAt },
    };
  if (!block) return { cause: 'unexplained' };
  const { id: blockId, deviceName, userId, grantedAt, returnedAt } = block;
  if (block.client === null || returnedAt !== null)
    return { cause: 'returned', blockId, deviceName, since: returnedAt ?? grantedAt };
  return { cause: 'leased', blockId, deviceName, userId, since: grantedAt };
}

/** Whether two numbers side by side have one cause, and not merely the same kind of it. */
const isSame = (left: GapCause, right: GapCause): boolean => left.cause === right.cause && idOf(left) === idOf(right);

function idOf(one: GapCause): string {
  if (one.cause === 'unexplained') return '';
  if (one.cause === 'voided') return one.registrationId;
  return one.cause === 'explained' ? one.gapId : one.blockId;
}
