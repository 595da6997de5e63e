import { setImmediate } from 'node:timers/promises';
import { type DraftRow, draftRows } from '#electron/core/app/desks/tables/draft-rows.ts';
import { knownDocument, PartyBook, putAwayParty } from '#electron/core/app/desks/tables/known-rows.ts';
import {
  documentKey,
  documentOf,
  documentPatch,
  partyKey,
  partyOf,
  partyPatch,
  placeOfPaper,
} from '#electron/core/app/desks/tables/row-forms.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import type { CounterpartyForm } from '#shared/commands/counterparty.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { TableOrderMapping, TableReport } from '#shared/ipc/intake-channels.ts';
import { sameValue } from '#shared/lib/canonical.ts';

/** Rows of one transaction: a slice holds up another save by some tens of milliseconds. */
const SLICE = 50;

/** What a run changed, as the commands that take it back, in the order of the run. */
export type Undo = { name: string; args: Record<string, unknown> }[];

interface Order {
  row: number;
  name: string;
  args: Record<string, unknown>;
  done: (result: Record<string, unknown>, undo: Undo, report: TableReport) => void;
}

export interface RunOrder {
  runId: string;
  draft: string;
  mapping: TableOrderMapping;
  known: 'skip' | 'update';
  /** Rows of which the check has told what is wrong: they are not refused a second time. */
  told: ReadonlySet<number>;
  total: number;
  stopped: () => boolean;
  progress: (done: number, total: number) => void;
}

/** Takes rows in through commands, slice by slice. A slice that is refused goes row by row, so that only what is wrong stays out. */
export class TableRun {
  readonly undo: Undo = [];
  readonly #workplace: Workplace;
  readonly #order: RunOrder;
  readonly #parties: PartyBook;
  readonly #seen = new Set<string>();
  /** Numbers of the rows that stayed out. */
  readonly #refused = new Set<number>();
  readonly #report: TableReport;

  constructor(workplace: Workplace, order: RunOrder) {
    this.#workplace = workplace;
    this.#order = order;
    this.#parties = new PartyBook(workplace.db);
    const { runId } = order;
    this.#report = { runId, created: 0, updated: 0, skipped: 0, parties: 0, refused: [], cancelled: false };
  }

  async run(): Promise<TableReport> {
    const { draft, total, stopped, progress } = this.#order;
    let done = 0;
    for await (const rows of draftRows(draft, SLICE)) {
      // Somebody else may have logged in meanwhile: nothing is written in their name.
      if (stopped() || !this.#workplace.db.open) {
        this.#report.cancelled = true;
        break;
      }
      if (this.#order.mapping.target === 'counterparty') this.#issue(rows.flatMap((row) => this.#party(row)));
      else {
        this.#issue(this.#newParties(rows));
        this.#issue(rows.flatMap((row) => this.#document(row)));
      }
      done += rows.length;
      progress(done, total);
      await setImmediate();
    }
    return this.#report;
  }

  #issue(orders: readonly Order[]): void {
    if (orders.length === 0) return;
    try {
      const replies = this.#workplace.runMany(orders);
      for (const [at, order] of orders.entries()) this.#settle(order, replies[at]?.result);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (orders.length > 1) {
        for (const order of orders) this.#issue([order]);
        return;
      }
      this.#refuse(orders[0]?.row ?? 0, error);
    }
  }

  #settle(order: Order, result: unknown): void {
    order.done(result as Record<string, unknown>, this.undo, this.#report);
  }

  #refuse(row: number, { code, details }: Refusal): void {
    this.#refused.add(row);
    this.#report.refused.push({ row, code, details: details ?? {} });
  }

  /** Companies that documents of a slice bring along, each once. */
  #newParties(rows: readonly DraftRow[]): Order[] {
    const wanted = new Map<string, { row: number; party: CounterpartyForm }>();
    for (const { row, values } of rows) {
      const party = partyOf(values);
      if (party && this.#parties.find(party) === null) wanted.set(partyKey(party), { row, party });
    }
    return [...wanted.values()].map(({ row, party }) => this.#makeParty(row, party));
  }

  #makeParty(row: number, party: CounterpartyForm): Order {
    const away = putAwayParty(this.#workplace.db, party);
    return {
      row,
      name: away ? 'counterparty.restore' : 'counterparty.create',
      args: away ? { id: away } : { ...party },
      done: (result, undo, report) => {
        const id = away ?? String(result['id']);
        this.#parties.made(party, id);
        undo.push({ name: 'counterparty.archive', args: { id } });
        if (this.#order.mapping.target === 'counterparty') report.created += 1;
        else report.parties += 1;
      },
    };
  }

  #party({ row, values }: DraftRow): Order[] {
    const party = partyOf(values);
    if (!party) return [];
    const key = partyKey(party);
    if (this.#seen.has(key)) return this.#skip();
    this.#seen.add(key);
    const found = this.#parties.find(party);
    if (found === null) return [this.#makeParty(row, party)];
    if (found === 'several' || this.#order.known === 'skip') return this.#skip();
    return this.#change(row, 'counterparty', found, () => partyPatch(values));
  }

  #document({ row, values }: DraftRow): Order[] {
    const { mapping } = this.#order;
    const { db } = this.#workplace;
    const party = partyOf(values);
    const found = party ? this.#parties.find(party) : null;
    if (found === 'several' && this.#order.told.has(row)) return [];
    if (found === 'several') {
      this.#refuse(row, new Refusal('BAD_INPUT', { field: 'counterpartyId', problem: 'several', name: party?.name }));
      return [];
    }
    // Its company was refused: a document that has lost its other side is worse than none.
    if (party && found === null) {
      if (!this.#refused.has(row)) this.#refuse(row, new Refusal('NOT_FOUND', { entity: 'counterparty' }));
      return [];
    }
    const key = documentKey(values, mapping, party);
    if (this.#seen.has(key)) return this.#skip();
    this.#seen.add(key);
    const place = { ...placeOfPaper(values, mapping), family: this.#parties.family(found) };
    const known = knownDocument(db, key, values, place);
    if (known === null) return [this.#makeDocument(row, key, documentOf(values, mapping, found))];
    if (this.#order.known === 'skip') return this.#skip();
    return this.#change(row, 'document', known, ({ custom }) =>
      documentPatch(values, custom as Record<string, unknown> | null | undefined),
    );
  }

  #makeDocument(row: number, key: string, values: ReturnType<typeof documentOf>): Order {
    return {
      row,
      name: 'document.import-row',
      args: { key, format: 'table', values },
      done: ({ id, outcome }, undo, report) => {
        if (outcome === 'known') {
          report.skipped += 1;
          return;
        }
        undo.push({ name: 'document.archive', args: { id } });
        report.created += 1;
      },
    };
  }

  #change(
    row: number,
    entity: 'document' | 'counterparty',
    id: string,
    patchOf: (standing: AnyRow) => Record<string, unknown>,
  ): Order[] {
    const standing = readRow(this.#workplace.db, entity, id);
    if (!standing) return this.#skip();
    const said = Object.entries(patchOf(standing)).filter(
      ([field, value]) => !sameValue(value, standing[field] ?? null),
    );
    if (said.length === 0) return this.#skip();
    const patch = Object.fromEntries(said);
    const base = Object.fromEntries(said.map(([field]) => [field, standing[field] ?? null]));
    const done: Order['done'] = (_result, undo, report) => {
      undo.push({ name: `${entity}.update`, args: { id, patch: base, base: patch } });
      report.updated += 1;
    };
    return [{ row, name: `${entity}.update`, args: { id, patch, base }, done }];
  }

  #skip(): [] {
    this.#report.skipped += 1;
    return [];
  }
}
