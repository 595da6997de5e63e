import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '#electron/core/profile/places.ts';
import { openReadable } from '#electron/core/store/open.ts';
import { entityNames } from '#shared/domain/registry.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import {
  answering,
  asking,
  does,
  hirePortal,
  joinCentre,
  openDesk,
  openService,
} from '#tests/integration/server/portal-company.ts';
import type { Workstation } from '#tests/integration/server/workstation.ts';
import { startWorkplace, type TestWorkplace } from '#tests/integration/workstations/workplace.ts';

const [member, later, deputy] = answering as [string, string, string];
const [requester, other] = asking as [string, string];
const secret = 'Он опять забыл пароль';
const members = (...ids: string[]) => ids.map((employeeId) => ({ employeeId, skills: [], limit: null }));

let centre: Centre;
let boss: Workstation;
let desk: string;
let service: string;
/** Real cores with their encrypted files, by whose they are. */
const at = new Map<string, TestWorkplace>();
const of = (person: string): TestWorkplace => at.get(person) as TestWorkplace;
const folder = mkdtempSync(join(tmpdir(), 'opora-portal-'));

beforeAll(async () => {
  centre = await startCentre({ now: Date.now, demo: true });
  await hirePortal(centre, 'one');
  boss = await joinCentre(centre, 'director-one');
  desk = await openDesk(boss, member);
  service = await openService(boss, desk);
  for (const [id, login] of [
    [member, 'desk-1-one'],
    [later, 'desk-2-one'],
    [deputy, 'desk-3-one'],
    [requester, 'asks-1-one'],
    [other, 'asks-2-one'],
  ] as const) {
    at.set(id, await startWorkplace(centre.url, login));
    await of(id).login(login);
    await of(id).settled();
  }
});
afterAll(async () => {
  for (const place of at.values()) await place.close();
  boss?.close();
  await centre?.close();
  rmSync(folder, { recursive: true });
});

/** Everything that lies in the tables of a workstation: `entity` to its rows. */
function rawRows(person: string): Map<string, Record<string, unknown>[]> {
  const place = of(person);
  const db = openReadable({ path: places(place.profileDir).database(person), key: place.key });
  const tables = entityNames.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()] as const);
  db.close();
  return new Map(tables as [string, Record<string, unknown>[]][]);
}
const idsOf = (person: string, entity = 'ticket'): unknown[] =>
  (rawRows(person).get(entity) ?? []).map((row) => row['id']);
const has = (person: string, id: string): Promise<void> => of(person).until(async () => idsOf(person).includes(id));
const lacks = (person: string, id: string): Promise<void> => of(person).until(async () => !idsOf(person).includes(id));

const ask = async (person: string, what: string): Promise<string> => {
  const args = {
    serviceId: service,
    serviceVersion: 1,
    requesterId: person,
    values: { what },
    priority: null,
    title: what,
  };
  const reply = await of(person).command('ticket.create', args);
  await of(person).settled();
  return (reply.result as { id: string }).id;
};
const setMembers = async (now: string[], before: string[]): Promise<string> =>
  does(boss, 'queue.update', { id: desk, patch: { members: members(...now) }, base: { members: members(...before) } });

describe('what a workstation is sent of the portal', () => {
  let mine: string;
  let theirs: string;
  beforeAll(async () => {
    mine = await ask(requester, 'Мышь');
    theirs = await ask(other, 'Секретная закупка');
    for (const id of [mine, theirs]) await has(member, id);
    await of(member).command('ticket.take', { id: mine });
    await of(member).command('ticket.note', { id: mine, text: secret });
    await of(member).command('ticket.reply', { id: mine, text: 'Принесём', next: 'none', options: [] });
    await of(member).settled();
    await of(requester).until(async () => idsOf(requester, 'comment').length === 1);
  });

  test('a requester gets their own tickets with the log and the answers, and no word more', () => {
    const rows = rawRows(requester);
    expect(idsOf(requester)).toEqual([mine]);
    expect(rows.get('ticket_event')?.length).toBeGreaterThanOrEqual(3);
    expect(rows.get('ticket_note')).toEqual([]);
    expect(rows.get('counter')).toEqual([]);
    const all = JSON.stringify([...rows]);
    expect(all).not.toContain(secret);
    expect(all).not.toContain('Секретная закупка');
    expect(all).toContain('Принесём');
    // The desk has what the requester has not: the search would find it.
    expect(JSON.stringify([...rawRows(member)])).toContain(secret);
  });

  test('nor does what a requester receives over the wire hold a note', async () => {
    const wire = await joinCentre(centre, 'asks-1-one', 'wire-asks');
    const first = await wire.pull({ limit: 1 });
    for (let page = await wire.pull({ limit: 1_000, scopes: first.scopeAdds }), n = 0; ; n += 1) {
      expect(page.changes.some((one) => one.e === 'ticket_note' || one.e === 'counter')).toBe(false);
      expect(JSON.stringify(page)).not.toContain(secret);
      if (!page.more || n > 20) break;
      page = await wire.pull({ limit: 1_000, scopes: first.scopeAdds, cursor: page.toSeq, after: page.after });
    }
    wire.close();
  });

  test('files of a ticket reach whoever sees it', async () => {
    const path = join(folder, 'экран.txt');
    writeFileSync(path, 'Снимок экрана');
    await of(requester).ask('files.attach', { documentId: mine, files: [{ handle: path, name: 'экран.txt' }] });
    await of(member).until(async () => {
      const [file] = rawRows(member).get('attachment') ?? [];
      return file !== undefined && file['verifiedAt'] !== null;
    });
    const [file] = rawRows(member).get('attachment') ?? [];
    await of(member).ask('files.open', { attachmentId: file?.['id'] });
    expect(idsOf(other, 'attachment')).toEqual([]);
  });

  test('whoever becomes a member gets the tickets of the desk with their notes, and loses them with the membership', async () => {
    expect(idsOf(later)).toEqual([]);
    await setMembers([member, later], [member]);
    for (const id of [mine, theirs]) await has(later, id);
    await of(later).settled();
    expect(JSON.stringify(rawRows(later).get('ticket_note'))).toContain(secret);
    expect(idsOf(later, 'document')).toEqual(expect.arrayContaining([mine, theirs]));
    expect(idsOf(later, 'attachment')).toHaveLength(1);
    await setMembers([member], [member, later]);
    for (const id of [mine, theirs]) await lacks(later, id);
    await of(later).settled();
    for (const entity of ['ticket_event', 'ticket_note', 'attachment', 'comment'])
      expect([entity, idsOf(later, entity)]).toEqual([entity, []]);
    // The papers of their branch stay; those of the tickets are gone.
    for (const id of [mine, theirs]) expect(idsOf(later, 'document')).not.toContain(id);
  });

  test('a substitute has them as long as it lasts, and only as long', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const period = { from: today, to: '2099-12-31', kinds: ['queues'], reason: null };
    const id = await does(boss, 'substitution.create', { employeeId: member, substituteId: deputy, ...period });
    await has(deputy, theirs);
    await of(deputy).settled();
    await of(deputy).command('ticket.take', { id: theirs });
    await of(deputy).settled();
    expect(
      rawRows(deputy)
        .get('ticket')
        ?.find((row) => row['id'] === theirs),
    ).toMatchObject({ assigneeId: deputy });
    await does(boss, 'substitution.cancel', { id });
    await lacks(deputy, mine);
    // What they have taken themselves they go on with.
    expect(idsOf(deputy)).toEqual([theirs]);
    expect(idsOf(deputy, 'ticket_note')).toEqual([]);
  });

  test('handed over to another desk, a ticket and its notes go there', async () => {
    const second = await openDesk(boss, later);
    const id = await ask(requester, 'Стол');
    await has(member, id);
    await of(member).command('ticket.note', { id, text: 'К вам' });
    await of(member).command('ticket.transfer', { id, queueId: second, note: null });
    await has(later, id);
    await of(later).until(async () => idsOf(later, 'ticket_note').length === 1);
    expect(idsOf(later)).toEqual([id]);
  });
});
