import { refusedRegistrations } from '#electron/core/app/desks/refused-registrations.ts';
import { reissueHere } from '#electron/core/app/desks/reissue-desk.ts';
import { ownNumbers } from '#electron/core/app/queries/registration/own-numbers.ts';
import { presentDay } from '#electron/core/app/queries/registration/present-day.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import type { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { dismiss } from '#electron/core/store/withdraw.ts';
import { registrars } from '#shared/commands/registration/in-journal.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { JournalRow } from '#shared/domain/registration/journal.ts';
import { periodOf } from '#shared/domain/registration/period.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { addDays } from '#shared/lib/dates/dates.ts';

/** With no more numbers left than these the next ones are asked for. */
const few = 5;
/** A period that begins within so many days is provided for, one that has ended for so long is given back. */
const turnDays = 10;
/** After something has changed, so that a burst of changes is looked at once, in milliseconds. */
const pause = 400;

/**
 * Sees to it that whoever registers documents here has numbers before the link is lost, gives back those of a period that is over, and
 * offers again what the centre refused because its number was another workstation's.
 */
export class RegistrationDesk {
  readonly #workplace: () => Workplace | null;
  readonly #changed: (rows: ChangedRows) => void;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(workplace: () => Workplace | null, changed: (rows: ChangedRows) => void) {
    this.#workplace = workplace;
    this.#changed = changed;
  }

  /** Something has changed: the link, or rows. */
  wake(): void {
    if (!this.#stopped) this.#timer ??= setTimeout(() => this.#look(), pause);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    this.#timer = null;
    const workplace = this.#workplace();
    if (!workplace?.db.open || !workplace.link?.client.online) return;
    try {
      const person = storedOf(workplace.db, 'employee', workplace.here.userId)?.row;
      if (!person?.roles.some((role) => (registrars as readonly string[]).includes(role))) return;
      this.#offerAgain(workplace);
      // Nobody asked for these: a refusal of them is nobody's concern.
      for (const n of refusedLeases(workplace)) dismiss(workplace.db, n);
      const today = presentDay(workplace.db, person.id, Date.now());
      for (const journal of journalsOf(workplace, person)) askForNumbers(workplace, journal, today);
      giveBack(workplace, today);
    } catch (error) {
      // Numbers are a provision for worse days: nothing else stops for want of them.
      if (!(error instanceof Refusal)) console.error('registration', error);
    }
  }

  /** The same registration without a number: the centre gives one, and the document tells which one it stands for. */
  #offerAgain(workplace: Workplace): void {
    for (const { n, args } of refusedRegistrations(workplace.db)) {
      try {
        reissueHere(workplace, { ns: [n], mended: [{ n, args }], instead: {} }, this.#changed);
      } catch (error) {
        // It has been archived or registered otherwise meanwhile: the refusal stays on the desk for the person.
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }
}

/** The journals of a clerk's own branch, and every one in which the person registers. */
function journalsOf({ db }: Workplace, person: RowOf<'employee'>): JournalRow[] {
  const used = prepared(db, 'SELECT DISTINCT journalId FROM registration WHERE authorId = ?').pluck().all(person.id);
  return rowsOf(db, 'journal', 'WHERE archivedAt IS NULL AND leaseSize > 0 ORDER BY position, id').filter(
    (journal) => used.includes(journal.id) || (person.roles.includes('clerk') && journal.branchId === person.branchId),
  );
}

function askForNumbers(workplace: Workplace, journal: JournalRow, today: string): void {
  const asked = new Set<string>();
  for (const date of [today, addDays(today, turnDays)]) {
    const period = periodOf(journal.period, date);
    if (asked.has(period) || ownNumbers(workplace.db, journal.id, period).length > few) continue;
    asked.add(period);
    if (isUnderWay(workplace, journal.id)) return;
    workplace.run('journal.lease', { journalId: journal.id, count: journal.leaseSize, date });
  }
}

const refusedLeases = ({ db }: Workplace): number[] =>
  prepared(db, `SELECT n FROM outbox WHERE state = 'rejected' AND dismissed = 0 AND name = 'journal.lease'`)
    .pluck()
    .all() as number[];

/** Asked for and not here yet, or refused within the last hour. */
function isUnderWay({ db }: Workplace, journalId: string): boolean {
  const sql = `SELECT count(*) FROM outbox WHERE name = 'journal.lease' AND json_extract(args, '$.journalId') = ? AND
    (state = 'waiting' OR (state = 'accepted' AND seq > ?) OR (state = 'rejected' AND occurred_at > ?))`;
  const hourAgo = Date.now() - 60 * 60 * 1000;
  return (
    (prepared(db, sql)
      .pluck()
      .get(journalId, readMeta(db, 'cursor') ?? 0, hourAgo) as number) > 0
  );
}

function giveBack(workplace: Workplace, today: string): void {
  const client = readMeta(workplace.db, 'client') ?? '';
  for (const block of rowsOf(workplace.db, 'number_block', 'WHERE client = ? AND returnedAt IS NULL', client)) {
    const journal = storedOf(workplace.db, 'journal', block.journalId)?.row;
    if (!journal) continue;
    // An archived journal takes no more documents: nobody here needs its numbers.
    const days = journal.archivedAt === null ? [-turnDays, 0, turnDays] : [];
    const kept = days.map((count) => periodOf(journal.period, addDays(today, count)));
    if (!kept.includes(block.period)) workplace.run('journal.return', { blockId: block.id });
  }
}
