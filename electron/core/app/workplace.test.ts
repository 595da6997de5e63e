import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Workplace } from '#electron/core/app/workplace.ts';
import type { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { writeMeta } from '#electron/core/store/meta.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { timeOf } from '#shared/lib/ids.ts';
import { here } from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { company, rowId } from '#tests/fixtures/kernel/rows.ts';

let folder: string;
let place: Workplace;
const changed: ChangedRows[] = [];
const settings = () => ({ path: join(folder, 'opora.db'), key: null, here, org: 'org', device: 'd', serverUrl: null });
const open = () => new Workplace(settings(), { changed: (rows) => changed.push(rows), moved: () => undefined });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-workplace-'));
  place = open();
  place.db.transaction(() => {
    for (const [entity, row] of company()) writeRow(place.db, entity, row, 1, 1);
  })();
  changed.length = 0;
});
afterEach(() => {
  place.close();
  rmSync(folder, { recursive: true, force: true });
});

const create = () => place.run('document.create', documentForm()) as { n: number; id: string; result: { id: string } };

test('what is run stands at once, is told once, and is there when the program opens again', () => {
  const reply = create();
  expect(reply.n).toBe(1);
  expect(changed.map((rows) => rows.list())).toEqual([[{ entity: 'document', ids: [reply.result.id] }]]);
  place.close();
  place = open();
  expect(readRow(place.db, 'document', reply.result.id)).toMatchObject({ authorId: here.userId, receivedAt: null });
  expect(create().n).toBe(2);
});

test('a refusal is thrown with its code and tells nobody', () => {
  expect(() => place.run('document.archive', { id: rowId(4, 9) })).toThrow('NOT_HERE');
  expect(() => place.run('document.burn', {})).toThrow('UNKNOWN_COMMAND');
  expect(() => place.run('toString', {})).toThrow('UNKNOWN_COMMAND');
  expect(changed).toEqual([]);
});

test('a clock that is decades ahead puts no record out of its place once the centre has told the time', () => {
  const decades = 30 * 365 * 86_400_000;
  // The clock is right here, so the centre is made to lie thirty years behind it.
  writeMeta(place.db, 'clockAhead', decades);
  const before = Date.now() - decades;
  const { id, result } = create();
  expect(timeOf(id)).toBeGreaterThanOrEqual(before);
  expect(timeOf(id)).toBeLessThan(before + 60_000);
  expect(timeOf(result.id)).toBe(timeOf(id));
});

test('a clock that is set back never puts a later command before an earlier one', () => {
  const first = create();
  writeMeta(place.db, 'clockAhead', 3_600_000);
  const second = create();
  const third = create();
  expect([first.id, second.id, third.id]).toEqual([first.id, second.id, third.id].toSorted());
  expect(timeOf(third.id)).toBeGreaterThan(timeOf(second.id));
});
