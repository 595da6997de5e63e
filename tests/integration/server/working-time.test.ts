import { afterAll, beforeAll, expect, test } from 'vitest';
import { shippedCalendars } from '#build/company/calendars/calendars.ts';
import { bulkLoad, type LoadedRow } from '#server/store/bulk-load.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { organizationScope } from '#shared/domain/entity.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { director, documentId, idAt } from '#tests/integration/server/company.ts';
import { Workstation } from '#tests/integration/server/workstation.ts';

/** A branch far from Moscow and somebody there whose approval is asked for. */
const places = [
  { name: 'Самара', hours: 4, branch: idAt(21), approver: idAt(31) },
  { name: 'Новосибирск', hours: 7, branch: idAt(22), approver: idAt(32) },
  { name: 'Владивосток', hours: 10, branch: idAt(23), approver: idAt(33) },
];
const moscow = { name: 'Москва', hours: 3, branch: idAt(1), approver: director };

const everywhere = (entity: LoadedRow['entity'], row: LoadedRow['row']): LoadedRow => ({
  entity,
  row,
  scopes: [organizationScope],
});

function* company(): Iterable<LoadedRow> {
  for (const { name, hours, branch, approver } of places) {
    const offsets = [{ from: null, minutes: hours * 60 }];
    yield everywhere('branch', {
      id: branch,
      code: name.slice(0, 3),
      name,
      city: name,
      zone: '',
      offsets,
      position: 2,
    });
    const person = { login: `approver-${hours}`, fullName: `Из ${name}`, position: '', email: null, phone: null };
    const place = { branchId: branch, branchAccess: [], roles: ['manager'], state: 'active' };
    yield everywhere('employee', { id: approver, ...person, ...place });
  }
  for (const { year, days } of shippedCalendars)
    yield everywhere('working_calendar', { id: idAt(year), year, days, source: null });
}

let centre: Centre;
beforeAll(async () => {
  centre = await startCentre({ clockEvery: 20 });
  await bulkLoad(centre.pool, 'one', company(), { at: 2_000 });
});
afterAll(() => centre?.close());

async function taskOf(n: number): Promise<RowOf<'approval_task'>> {
  const store = createPostgresStore(centre.pool);
  const found = await store.read('one', (tx) => tx.byKey('approval_task', 'document', documentId(n), 10, false));
  return found[0]?.row as RowOf<'approval_task'>;
}

async function ask(n: number, employeeId: string, deadlineMinutes: number): Promise<void> {
  const steps = [
    {
      key: 'step',
      name: 'Виза',
      kind: 'approve',
      mode: 'all',
      quorum: null,
      members: [{ type: 'employee', employeeId }],
      conditions: [],
      deadlineMinutes,
      escalateTo: { type: 'employee', employeeId: idAt(12) },
    },
  ];
  const desk = new Workstation(centre.url, `asks-${n}`);
  await desk.hello((await centre.login('director-one')).access);
  const args = { documentId: documentId(n), routeId: null, steps, note: null };
  const [verdict] = (await desk.push([{ name: 'approval.submit', args }])).verdicts;
  expect(verdict).toMatchObject({ status: 'accepted' });
  desk.close();
}

// Eight working hours from 17:30 of 29.04.2026: half an hour that day, seven of the short 30.04, half an hour of Monday 4.05.
test.each([
  [1, moscow, '2026-04-29T14:30:00Z', '2026-05-04T06:30:00Z'],
  [2, places[0], '2026-04-29T13:30:00Z', '2026-05-04T05:30:00Z'],
  [3, places[1], '2026-04-29T10:30:00Z', '2026-05-04T02:30:00Z'],
  [4, places[2], '2026-04-29T07:30:00Z', '2026-05-03T23:30:00Z'],
] as const)(
  'document %i: a deadline runs in the working time of the approver and is escalated when it ends',
  async (n, place, from, due) => {
    centre.clock.now = Date.parse(from);
    await ask(n, place?.approver ?? '', 480);
    expect(await taskOf(n)).toMatchObject({ state: 'active', dueAt: Date.parse(due), escalatedToId: null });
    centre.clock.now = Date.parse(due);
    await expect.poll(async () => (await taskOf(n)).escalatedToId).toBe(idAt(12));
  },
);

test('a deadline over New Year ends after the holidays of 2026, on the calendar of the next year', async () => {
  // 30.12.2025 is the last working day; 12.01.2026 the first one.
  centre.clock.now = Date.parse('2025-12-30T17:30:00+10:00');
  await ask(5, idAt(33), 480);
  expect((await taskOf(5)).dueAt).toBe(Date.parse('2026-01-12T17:30:00+10:00'));
});
