import { closeSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { backUpBeside } from '#electron/core/store/backup.ts';
import { commitCommand, commitCommands } from '#electron/core/store/commit-command.ts';
import { commitPage } from '#electron/core/store/commit-page.ts';
import { createTables, introduce, isEmpty } from '#electron/core/store/create.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { closeJournal, journalOf } from '#electron/core/store/journal/append-to-journal.ts';
import { keepJournal } from '#electron/core/store/journal/keep-journal.ts';
import { rewriteJournal } from '#electron/core/store/journal/rewrite-journal.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { bringUpToDate } from '#electron/core/store/migrate.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { withdraw } from '#electron/core/store/withdraw.ts';
import { type CommandName, commands } from '#shared/commands/registry.ts';
import { organizationScope } from '#shared/domain/entity.ts';
import { commandId } from '#shared/lib/ids.ts';
import { pageRows } from '#tests/durability/page-rows.ts';
import { changeOf, here, pageOf, verdictOf } from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { company, documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';
import { Chance } from '#tests/simulation/chance.ts';

/** What a process is to do: a whole working life in some hundred milliseconds, until it is killed or has done `deeds`. */
export interface StationOrder {
  path: string;
  key: string;
  seed: number;
  deeds: number;
  /** Backups are made beside the work all the time. */
  backups: boolean;
  /** Every so many deeds the disk refuses for a while; 0 never. See disk-recorder.c. */
  trouble: number;
}

/** Records that commands and pages both change. */
const shared: readonly string[] = Array.from({ length: 5 }, (_, n) => rowId(4, n + 1));

if (isMainThread) live(JSON.parse(process.env['OPORA_STATION'] ?? '{}') as StationOrder);
else copyAgainAndAgain(workerData as StationOrder);

function live(given: StationOrder): void {
  const { path, seed, deeds } = given;
  const key = Buffer.from(given.key, 'hex');
  const chance = new Chance(seed);
  const told = openSync(join(dirname(path), '.told'), 'a');
  const tell = (line: string): void => {
    writeSync(told, `${line}\n`);
  };
  // Whoever kills counts from here.
  closeSync(openSync(`${path}.begun`, 'w'));
  const db = open(path, key);
  tell('open');
  const copying = given.backups ? new Worker(new URL(import.meta.url), { workerData: given }) : null;
  for (let n = 0; n < deeds; n += 1) {
    if (given.trouble > 0) order(path, n % given.trouble === given.trouble - 1 ? chance : null);
    try {
      deed(db, chance, tell, seed * 10_000 + n);
    } catch (error) {
      // Refused by a disk in trouble: the person was not told "saved".
      if (given.trouble === 0) throw error;
      tell(`refused ${(error as { code?: string }).code}`);
    }
  }
  if (given.trouble > 0) order(path, null);
  void copying?.terminate();
  closeJournal(db);
  db.close();
  closeSync(told);
}

function open(path: string, key: Buffer): Writable {
  const db = openWritable({ path, key });
  if (isEmpty(db)) createTables(db, { indexes: true });
  else bringUpToDate(db, { path, key }, Date.now());
  introduce(db, { org: 'org', userId: here.userId, device: 'device', deviceName: here.deviceName });
  if (!prepared(db, 'SELECT 1 FROM document WHERE id = ?').get(pageRows[0])) found(db);
  keepJournal(db, { path, key, here }, Date.now());
  return db;
}

function found(db: Writable): void {
  db.transaction(() => {
    for (const [entity, row] of company()) writeRow(db, entity, row, 1, 1);
    for (const id of shared) writeRow(db, 'document', documentRow(id), 1, 1);
    for (const id of pageRows) writeRow(db, 'document', documentRow(id, { amount: 0 }), 1, 1);
    writeMeta(db, 'cursor', 0);
    writeMeta(db, 'scopes', [organizationScope]);
    // A migrated database asks for everything anew: here the centre has answered.
    writeMeta(db, 'filling', []);
  }).immediate();
}

type Tell = (line: string) => void;

function deed(db: Writable, chance: Chance, tell: Tell, number: number): void {
  const kind = chance.below(100);
  if (kind < 55) save(db, chance, tell, number);
  else if (kind < 68) saveMany(db, chance, tell, number);
  else if (kind < 88) takePage(db, chance);
  else if (kind < 94) takeBack(db, tell);
  else if (kind < 98) journalOf(db)?.rotate();
  else rewriteJournal(db, Date.now());
}

function order(path: string, chance: Chance | null): void {
  const file = openSync(join(dirname(path), '.disk'), 'w');
  const what = chance === null ? 'well' : `${chance.pick(['full', 'sync'])} ${chance.below(4)}`;
  writeSync(file, what);
  closeSync(file);
}

function orderOf(chance: Chance, number: number) {
  const made = (name: CommandName, args: unknown) => {
    const id = commandId(1_780_000_000_000 + number, chance.bytes(10));
    return { id, name, v: commands[name].version, args };
  };
  const text = 'Согласен с поправками. '.repeat(1 + chance.below(60));
  if (chance.happens(50)) return made('comment.add', { objectEntity: 'document', objectId: chance.pick(shared), text });
  if (chance.happens(50)) return made('document.create', documentForm({ note: text }));
  return made('document.update', { id: chance.pick(shared), patch: { note: text }, base: { note: null } });
}

function save(db: Writable, chance: Chance, tell: Tell, number: number): void {
  const made = orderOf(chance, number);
  if (commitCommand(db, made, here, Date.now()).ok) tell(`saved ${made.id}`);
}

function saveMany(db: Writable, chance: Chance, tell: Tell, number: number): void {
  const made = Array.from({ length: 2 + chance.below(6) }, () => orderOf(chance, number));
  tell(`together ${made.map((one) => one.id).join(' ')}`);
  commitCommands(db, made, here, Date.now());
  tell(made.map((one) => `saved ${one.id}`).join('\n'));
}

/** A page of the feed: its rows, a change of a shared record, and the centre's word on the oldest command. */
function takePage(db: Writable, chance: Chance): void {
  const toSeq = (readMeta(db, 'cursor') ?? 0) + 1;
  const changes = pageRows.map((id) => changeOf('document', documentRow(id, { amount: toSeq }), toSeq + 10));
  changes.push(changeOf('document', documentRow(chance.pick(shared), { amount: toSeq }), toSeq + 10));
  const next = prepared(db, `SELECT n, id FROM outbox WHERE state = 'waiting' ORDER BY n LIMIT 1`).get() as
    | { n: number; id: string }
    | undefined;
  const inbox = next ? [verdictOf(next.n, next.id, { seq: toSeq })] : [];
  const lastN = next ? next.n : (readMeta(db, 'lastN') ?? 0);
  commitPage(db, pageOf({ toSeq, changes, inbox, lastN }), here, Date.now());
}

function takeBack(db: Writable, tell: Tell): void {
  const last = prepared(
    db,
    `SELECT n, id FROM outbox WHERE state = 'waiting' AND name <> 'sync.withdraw'
    ORDER BY n DESC LIMIT 1`,
  ).get() as { n: number; id: string } | undefined;
  if (!last) return;
  tell(`withdrawing ${last.id}`);
  withdraw(db, last.n, here, null);
  tell(`withdrawn ${last.id}`);
}

/** In a thread of its own, as in the program. */
function copyAgainAndAgain(given: StationOrder): void {
  for (;;) {
    try {
      backUpBeside({ path: given.path, key: Buffer.from(given.key, 'hex') }, Date.now(), 'daily');
    } catch (error) {
      // A full disk makes no backup; anything else is a fault of the test's subject.
      if ((error as { code?: string }).code !== 'DISK_FULL' && given.trouble === 0) throw error;
    }
  }
}
