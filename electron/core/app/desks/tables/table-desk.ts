import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { draftRows } from '#electron/core/app/desks/tables/draft-rows.ts';
import { knownDocument, PartyBook } from '#electron/core/app/desks/tables/known-rows.ts';
import { documentKey, partyKey, partyOf, placeOfPaper } from '#electron/core/app/desks/tables/row-forms.ts';
import { TableRun, type Undo } from '#electron/core/app/desks/tables/table-run.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import type { CheckedTable } from '#electron/core/jobs/tabular/check-table.ts';
import { places } from '#electron/core/profile/places.ts';
import { Refusal } from '#shared/domain/error.ts';
import { columnLetters, placeOf } from '#shared/formats/tabular/cell-place.ts';
import { documentFields, type OwnFields, type TableField } from '#shared/formats/tabular/fields.ts';
import { indexNames } from '#shared/formats/tabular/names.ts';
import { ownFieldsOf, rulesOf } from '#shared/formats/tabular/own-fields.ts';
import type { ChannelPayload } from '#shared/ipc/contract.ts';
import type { TableCheck, TableOrderMapping, TableReport, TableView } from '#shared/ipc/intake-channels.ts';

type Progress = (done: number, total: number, phase: string) => void;

interface Checked {
  id: string;
  draft: string;
  mapping: TableOrderMapping;
  rows: number;
  /** Rows of the draft that the check has told are wrong. */
  told: Set<number>;
  workplace: Workplace;
}

interface Weighed {
  draft: string;
  mapping: TableOrderMapping;
  read: CheckedTable;
  told: Set<number>;
  counts: { fresh: number; known: number; repeated: number; parties: number };
  signal: AbortSignal;
}

/** Rows that a page shows before anything is chosen. */
const SHOWN = 60;
const SLICE = 500;
/** Orders of one transaction while a run is taken back. */
const BACK = 100;

/** Tables that become documents or counterparties: read in the thread of jobs, taken in by commands, taken back as a whole. */
export class TableDesk {
  readonly #folder: string;
  readonly #workplace: () => Workplace;
  readonly #jobs: JobRunner;
  readonly #progress: Progress;
  #stop = new AbortController();
  #checked: Checked | null = null;
  #last: { runId: string; undo: Undo; workplace: Workplace } | null = null;

  constructor(profileDir: string, workplace: () => Workplace, jobs: JobRunner, progress: Progress) {
    this.#folder = places(profileDir).made;
    this.#workplace = workplace;
    this.#jobs = jobs;
    this.#progress = progress;
  }

  cancel(): void {
    this.#stop.abort();
  }

  open({ file, reading }: ChannelPayload<'table.open'>): Promise<TableView> {
    this.#workplace();
    return this.#jobs.call('tabular.read', { path: file.handle, wanted: SHOWN, ...given(reading) });
  }

  async check({ file, reading, mapping }: ChannelPayload<'table.check'>): Promise<TableCheck> {
    const workplace = this.#workplace();
    // A check that is asked for anew takes the place of the one under way.
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const id = randomUUID();
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const draft = join(this.#folder, `table-${id}.ndjson`);
    const { people, branches, names } = directoryOf(workplace);
    const own = fieldsOf(workplace, mapping);
    const table = { path: file.handle, ...given(reading) };
    const columns = mapping.columns as Partial<Record<TableField, number>>;
    const order = { table, mapping: { ...mapping, columns, own }, lookups: { people, branches }, draft };
    const read = await this.#jobs.call('tabular.check', order, signal);
    const stopped = read.file.some((one) => one.stops);
    const counts = { fresh: 0, known: 0, repeated: 0, parties: 0 };
    const told = new Set<number>();
    if (!stopped) await this.#weigh(workplace, { draft, mapping, read, told, counts, signal });
    await this.#forget();
    if (!stopped) this.#checked = { id, draft, mapping, rows: read.rows - read.bad + told.size, told, workplace };
    return { checkId: id, ...read, ...counts, names };
  }

  /** Counts what is new, known and met twice. */
  async #weigh(workplace: Workplace, given: Weighed): Promise<void> {
    const { draft, mapping, read, told, counts, signal } = given;
    const parties = new PartyBook(workplace.db);
    const seen = new Set<string>();
    for await (const rows of draftRows(draft, SLICE)) {
      if (signal.aborted || !workplace.db.open) throw new Refusal('CANCELLED', {});
      for (const { row, values } of rows) {
        const party = partyOf(values);
        const found = party ? parties.find(party) : null;
        const isDocument = mapping.target === 'document';
        const key = isDocument ? documentKey(values, mapping, party) : party ? partyKey(party) : '';
        if (seen.has(key)) {
          counts.repeated += 1;
          continue;
        }
        seen.add(key);
        if (isDocument && found === 'several') {
          told.add(row);
          tellAmbiguous(read, mapping, row, party?.name ?? '');
          continue;
        }
        const place = { ...placeOfPaper(values, mapping), family: parties.family(found === 'several' ? null : found) };
        const isKnown = isDocument ? knownDocument(workplace.db, key, values, place) !== null : found !== null;
        if (isKnown) counts.known += 1;
        else counts.fresh += 1;
      }
      await setImmediate();
    }
    counts.parties = mapping.target === 'document' ? parties.missing : 0;
  }

  async run({ checkId, known }: ChannelPayload<'table.run'>): Promise<TableReport> {
    const workplace = this.#workplace();
    const checked = this.#checked;
    if (checked?.id !== checkId || checked.workplace !== workplace)
      throw new Refusal('NOT_FOUND', { entity: 'import' });
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const { draft, mapping, rows, told } = checked;
    const run = new TableRun(workplace, {
      ...{ runId: checkId, draft, mapping, known, told, total: rows },
      stopped: () => signal.aborted,
      progress: (done, total) => this.#progress(done, total, 'rows'),
    });
    try {
      return await run.run();
    } finally {
      // Whatever ended it: what came in can be taken back, what is left can be taken in again.
      const before = this.#last?.runId === checkId ? this.#last.undo : [];
      this.#last = { runId: checkId, undo: [...before, ...run.undo], workplace };
    }
  }

  /** Takes back what a run did; what somebody has made impossible meanwhile stays and is counted. */
  async undo({ runId }: ChannelPayload<'table.undo'>): Promise<{ undone: number; kept: number }> {
    const last = this.#last;
    const workplace = this.#workplace();
    if (last?.runId !== runId || last.workplace !== workplace) throw new Refusal('NOT_FOUND', { entity: 'import' });
    this.#last = null;
    const done = { undone: 0, kept: 0 };
    const total = last.undo.length;
    // What was done last goes back first.
    const backwards = last.undo.toReversed();
    for (let at = 0; at < total; at += BACK) {
      const orders = backwards.slice(at, at + BACK);
      if (issued(workplace, orders)) done.undone += orders.length;
      else for (const order of orders) done[issued(workplace, [order]) ? 'undone' : 'kept'] += 1;
      this.#progress(Math.min(at + BACK, total), total, 'undo');
      await setImmediate();
    }
    return done;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#forget();
  }

  async #forget(): Promise<void> {
    const draft = this.#checked?.draft;
    this.#checked = null;
    if (draft) await rm(draft, { force: true });
  }
}

function issued(workplace: Workplace, orders: Undo): boolean {
  try {
    workplace.runMany(orders);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** A name alone that several companies bear: the row stays out until its ИНН is there. */
function tellAmbiguous(read: CheckedTable, { columns }: TableOrderMapping, row: number, name: string): void {
  const column = columns['counterpartyName'];
  read.bad += 1;
  read.problemCount += 1;
  read.problems.push({
    ...{ code: 'COUNTERPARTY_AMBIGUOUS', field: 'counterpartyName', row, value: name, requisite: null },
    column: column === undefined ? null : columnLetters(column),
    place: column === undefined ? String(row) : placeOf(column, row),
  });
}

/** What a person did not say is found out by the reader. */
const given = <T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;

function directoryOf({ db }: Workplace) {
  const employees = rowsOf(db, 'employee', '').map(({ id, fullName }) => ({ id, name: fullName }));
  const branches = rowsOf(db, 'branch', '').map(({ id, name }) => ({ id, name }));
  const names = Object.fromEntries([...employees, ...branches].map(({ id, name }) => [id, name]));
  return { people: indexNames(employees, true), branches: indexNames(branches, false), names };
}

/** The company's own fields of the kind that is taken in; where a column tells the kind, it has to. */
function fieldsOf({ db }: Workplace, { target, kind, kindId }: TableOrderMapping): OwnFields {
  if (target === 'counterparty') return {};
  if (kind === null) return { kind: { ...documentFields.kind, required: true } };
  const version = kindId
    ? rowsOf(db, 'document_kind_version', 'WHERE kindId = ? ORDER BY number DESC LIMIT 1', kindId)[0]
    : undefined;
  return rulesOf(ownFieldsOf(kind, rowsOf(db, 'field_definition', ''), version?.form ?? null));
}
