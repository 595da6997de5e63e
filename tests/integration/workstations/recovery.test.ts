import { randomBytes } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { places } from '#electron/core/profile/places.ts';
import { backUp } from '#electron/core/store/backup.ts';
import { openWritable } from '#electron/core/store/open.ts';
import type { SessionState } from '#shared/ipc/contract.ts';
import type { DiagnosticsEntry, Inspection, RecoveryReplies, RecoveryReport } from '#shared/ipc/recovery-channels.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { password } from '#tests/integration/server/company.ts';
import { letter } from '#tests/integration/workstations/forms.ts';
import { startWorkplace, type TestWorkplace } from '#tests/integration/workstations/workplace.ts';

describe('a workstation whose data is damaged', () => {
  let centre: Centre;
  let place: TestWorkplace;
  let userId = '';
  beforeAll(async () => {
    centre = await startCentre({ now: Date.now, demo: true });
  });
  afterAll(() => centre.close());
  beforeEach(async () => {
    place = await startWorkplace(centre.url, 'МСК-01');
    await place.login('director-one');
    const { user } = await place.ask<SessionState>('session.state');
    userId = user?.id ?? '';
    await place.settled();
  });
  afterEach(() => place.close());

  const database = (): string => places(place.profileDir).database(userId);
  const state = () => place.ask<SessionState>('session.state');
  const write = async (subject: string): Promise<string> => {
    const made = await place.command('document.create', letter({ subject }));
    return (made.result as { id: string }).id;
  };
  const subjectOf = async (id: string) => (await place.query('document.card', { id }))?.document.subject;
  /** What others on the computer could read or write, while the core has everything open. */
  const openToOthers = (): string[] =>
    readdirSync(place.profileDir, { recursive: true, encoding: 'utf8' }).filter(
      (name) => process.platform !== 'win32' && (statSync(join(place.profileDir, name)).mode & 0o077) !== 0,
    );
  /** A backup as the core makes it every day. */
  const copy = async (): Promise<void> => {
    await place.core.close();
    const db = openWritable({ path: database(), key: place.key });
    backUp(db, { path: database(), key: place.key }, '20260513120000000-daily');
    db.close();
    await start();
  };
  const start = async (): Promise<void> => {
    await place.restart();
  };
  const stopAndDo = async (work: () => void): Promise<void> => {
    await place.core.close();
    work();
    await start();
  };

  /** An earlier schema, and a table in the place of an index that its migration makes. Returns the file as the migration finds it. */
  const stopAndSpoil = async (): Promise<Buffer> => {
    await place.core.close();
    const db = openWritable({ path: database(), key: place.key });
    const sql = `SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'comment' LIMIT 1`;
    const index = String(db.prepare(sql).pluck().get());
    db.exec(`UPDATE meta SET value = '"0"' WHERE key = 'schema'; DROP INDEX "${index}"; CREATE TABLE "${index}" (x)`);
    db.close();
    const bytes = readFileSync(database());
    await start();
    return bytes;
  };

  it('comes up in trouble, restores the copy, replays the journal and reports what the centre had', async () => {
    const old = await write('До копии');
    await place.settled();
    await copy();
    const sent = await write('После копии, отправлено');
    await place.settled();
    await place.cut(true);
    const unsent = await write('Не отправлено');
    await stopAndDo(() => writeFileSync(database(), randomBytes(statSync(database()).size)));

    expect(await state()).toMatchObject({ stage: 'trouble', trouble: { code: 'DATABASE_CORRUPT' } });
    const found = await place.ask<Inspection>('recovery.inspect');
    expect(found).toMatchObject({
      steps: ['rescue', 'download'],
      centre: 'reachable',
      database: { state: 'unreadable' },
    });
    expect(found.journal?.changes).toBe(3);
    const report = await place.ask<RecoveryReport>('recovery.rescue');
    expect(report).toMatchObject({ base: { from: 'backup' }, replayed: 2, unreadable: 0 });
    expect(existsSync(report.asideFolder ?? '')).toBe(true);
    expect((await state()).stage).toBe('open');
    expect(openToOthers()).toEqual([]);
    for (const [id, subject] of [
      [old, 'До копии'],
      [sent, 'После копии, отправлено'],
      [unsent, 'Не отправлено'],
    ] as const)
      expect(await subjectOf(id)).toBe(subject);
    await place.settled();
    const [last] = await place.ask<RecoveryReport[]>('recovery.reports');
    expect(last).toMatchObject({ had: 1, taken: 1, waiting: 0, refused: 0 });
    // Nothing came into being twice.
    const rows = await place.query('document.list', {
      filter: {},
      sort: { column: 'createdAt', direction: 'desc' },
      start: 0,
      end: 20,
    } as never);
    const subjects = (rows as { rows: { subject: string }[] }).rows.map((row) => row.subject);
    expect(subjects.filter((one) => one === 'После копии, отправлено')).toHaveLength(1);
  });

  it('without a copy begins from the centre after a login, and the journal is replayed over it', async () => {
    await place.cut(true);
    const unsent = await write('Только здесь');
    await stopAndDo(() => {
      truncateSync(database(), 0);
      rmSync(join(dirname(database()), 'backups'), { recursive: true, force: true });
    });
    expect(await state()).toMatchObject({ stage: 'trouble', trouble: { code: 'DATABASE_CORRUPT' } });
    expect(await place.ask<Inspection>('recovery.inspect')).toMatchObject({
      steps: ['download', 'retry'],
      backups: [],
    });
    await expect(place.ask('recovery.rescue')).rejects.toMatchObject({ code: 'NOTHING_TO_RESTORE' });
    await expect(place.ask('recovery.download', { login: 'clerk-one', password })).rejects.toMatchObject({
      code: 'DENIED',
    });
    const report = await place.ask<RecoveryReport>('recovery.download', { login: 'director-one', password });
    expect(report).toMatchObject({ base: { from: 'centre' }, replayed: 1 });
    expect(await subjectOf(unsent)).toBe('Только здесь');
    await place.settled();
  });

  it('that is gone, of a later program, or in the middle of a failed migration is told apart and not touched', async () => {
    const code = async () => (await state()).trouble?.code;
    await stopAndDo(() => renameSync(database(), `${database()}.away`));
    expect(await code()).toBe('DATABASE_MISSING');
    await stopAndDo(() => renameSync(`${database()}.away`, database()));
    expect(await code()).toBeUndefined();

    const change = (sql: string) => () => {
      const db = openWritable({ path: database(), key: place.key });
      db.exec(sql);
      db.close();
    };
    await stopAndDo(change(`UPDATE meta SET value = '"99"' WHERE key = 'schema'`));
    expect(await state()).toMatchObject({ trouble: { code: 'NEWER_DATA', details: { found: '99' } } });
    const before = await stopAndSpoil();
    expect(await code()).toBe('MIGRATION_FAILED');
    expect(readFileSync(database()).equals(before)).toBe(true);
  });

  it('whose small files are damaged gets them back from their copies', async () => {
    await place.ask('settings.write', { patch: { drafts: { form: { at: 1, value: 'набрано' } } } });
    for (const name of ['workstation.json', 'settings.json'] as const) {
      await stopAndDo(() => writeFileSync(join(place.profileDir, name), '{"devi'));
      expect(await state()).toMatchObject({
        stage: 'trouble',
        trouble: { code: 'SETTINGS_DAMAGED', details: { files: [name] } },
      });
      const done = await place.ask<RecoveryReplies['recovery.settings']>('recovery.settings');
      expect(done).toMatchObject({ restored: [name], anew: [] });
      expect((await state()).stage).toBe('open');
    }
    expect(await place.ask('settings.read')).toMatchObject({ drafts: { form: { value: 'набрано' } } });
  });

  it('is found damaged while it is read: the rescue begins without a restart', async () => {
    await copy();
    const pages = Math.floor(statSync(database()).size / 4096);
    // The log is empty after a close: what is read comes from the file.
    await stopAndDo(() => undefined);
    const bytes = readFileSync(database());
    for (let page = 2; page < pages; page += 1) bytes.fill(0xa5, page * 4096 + 100, page * 4096 + 300);
    writeFileSync(database(), bytes);
    await place.core.call('query.run', {
      name: 'document.list',
      args: { filter: {}, sort: { column: 'createdAt', direction: 'desc' }, start: 0, end: 100 },
    });
    await place.core.call('recovery.check', {});
    await place.until(async () => (await state()).stage === 'trouble');
    expect(await place.ask<RecoveryReport>('recovery.rescue')).toMatchObject({ base: { from: 'backup' } });
    expect((await state()).stage).toBe('open');
  });

  it('whose key is lost is opened again by the recovery key, or begins anew and gets back what was not sent', async () => {
    // The second copy is made at the first login, before anybody looks at the key.
    expect(existsSync(join(place.profileDir, 'recovery.sealed'))).toBe(true);
    const { groups } = await place.ask<RecoveryReplies['recovery.key']>('recovery.key');
    expect(
      await place.ask('recovery.confirm-key', {
        answers: [
          { group: 1, text: groups[1] },
          { group: 6, text: groups[5] },
        ],
      }),
    ).toEqual({
      ok: false,
      wrong: [6],
    });
    expect(
      await place.ask('recovery.confirm-key', {
        answers: [
          { group: 1, text: groups[1] },
          { group: 6, text: groups[6] },
        ],
      }),
    ).toEqual({ ok: true });
    await place.cut(true);
    const unsent = await write('До потери ключа');
    await place.core.close();
    const anew = await startWorkplaceWithoutKey(place);
    expect(anew.state.trouble?.code).toBe('DATABASE_KEY');
    expect(readdirSync(join(place.profileDir, 'people'))).toEqual([userId]);
    await anew.anew();
    expect(existsSync(join(place.profileDir, 'people'))).toBe(false);

    const next = randomBytes(32);
    place.key.set(next);
    await place.restart();
    await place.login('director-one');
    await place.settled();
    expect(await subjectOf(unsent)).toBeUndefined();
    const [aside] = await place.ask<RecoveryReplies['recovery.aside']>('recovery.aside');
    expect(aside).toMatchObject({ people: 1, sealed: true });
    const spelt = (change: (groups: string[]) => string[]) =>
      place.ask<RecoveryReplies['recovery.found-key']>('recovery.found-key', {
        stamp: aside?.stamp,
        groups: change([...groups]),
      });
    expect(await spelt(([first = '', ...rest]) => [first.slice(1), ...rest])).toEqual({ ok: false, wrong: [0] });
    expect(await spelt((all) => all)).toMatchObject({ ok: true, report: { replayed: 1 } });
    expect(await subjectOf(unsent)).toBe('До потери ключа');
    await place.settled();
    expect(await spelt((all) => all)).toMatchObject({ ok: true, report: { replayed: 0 } });
  });

  it('gives IT a bundle without a word that anybody typed', async () => {
    const canaries = ['Канарейка', 'canaryword', 'Тройка-Запад', 'director-one', password];
    await place.command('document.create', letter({ subject: 'Канарейка canaryword', note: 'Тройка-Запад' }));
    await place.core.call('command.run', {
      name: 'document.create',
      args: { ...letter(), subject: 'Канарейка'.repeat(999) },
    });
    await place.core.call('session.login', { login: 'canaryword', password: 'Канарейка' });
    const entries = await place.ask<DiagnosticsEntry[]>('diagnostics.preview');
    expect(entries.map((one) => one.name)).toEqual([
      'versions.json',
      'exchange.json',
      'counts.json',
      'checks.json',
      'recoveries.json',
      'core.log',
    ]);
    const made = await place.ask<{ localPath: string; name: string }>('diagnostics.make');
    const inside = Object.entries(unzipSync(readFileSync(made.localPath)));
    expect(inside.map(([name]) => name)).toEqual(entries.map((one) => one.name));
    const text = inside.map(([, bytes]) => strFromU8(bytes)).join('\n');
    expect(text).toContain('"whole": true');
    expect(text).toContain('refused');
    const { user } = await state();
    for (const word of [...canaries, user?.fullName ?? '', place.profileDir])
      expect(text.includes(word), word).toBe(false);
  });
});

/** The same profile started by a host that could not have the key. */
async function startWorkplaceWithoutKey({ profileDir }: TestWorkplace) {
  const { startCore } = await import('#electron/core/start.ts');
  const core = await startCore({
    ...{ profileDir, key: randomBytes(32), keyTrouble: 'MISSING', serverUrl: null, deviceName: 'МСК-01' },
    ...{ demo: true, version: 'test' },
  });
  const reply = await core.call('session.state', {});
  const state = (reply as { value: SessionState }).value;
  return {
    state,
    async anew(): Promise<void> {
      expect(await core.call('recovery.anew', {})).toMatchObject({ ok: true });
      await core.close();
    },
  };
}
