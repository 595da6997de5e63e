import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reversed, runEdits } from '#renderer/pages/documents/bulk/run-edits.ts';
import { byReason, tryChange } from '#renderer/pages/documents/bulk/try-change.ts';
import type { BulkChange, BulkEdit } from '#shared/queries/bulk.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { clerk, kazan, moscow } from '#tests/integration/server/company.ts';
import { letter } from '#tests/integration/workstations/forms.ts';
import { startWorkplace, type TestWorkplace } from '#tests/integration/workstations/workplace.ts';

const many = 450;
const sort = { column: 'subject', direction: 'asc' } as const;
const filter: DocumentFilter = {
  where: { join: 'all', of: [{ field: 'subject', op: 'contains', value: 'массово' }] },
};

describe('many documents changed at once, at a workstation with its centre', () => {
  let centre: Centre;
  let place: TestWorkplace;
  let ids: string[] = [];

  beforeAll(async () => {
    centre = await startCentre({ now: Date.now, demo: true });
    place = await startWorkplace(centre.url, 'КЗН-01');
    await place.login('clerk-one');
    await place.settled();
    const given = { branchId: kazan, number: null, labels: ['а'] };
    const orders = Array.from({ length: many }, (_, n) => ({
      name: 'document.create',
      args: letter({ ...given, subject: `Массово ${String(n).padStart(3, '0')}` }),
    }));
    await place.ask('command.run-many', { orders });
    ids = (await place.query('document.ids', { filter, sort })).ids;
    await place.command('document.archive', { id: ids[0] ?? '' });
  });
  afterAll(async () => {
    await place.close();
    await centre.close();
  });

  const send = (edits: readonly BulkEdit[]) =>
    place.ask('command.run-many', { orders: edits.map((args) => ({ name: 'document.update', args })) });
  const attempt = (change: BulkChange) =>
    tryChange(ids, change, (args) => place.query('document.bulk', args), {
      signal: new AbortController().signal,
      progress: () => undefined,
    });
  const labelsOf = async (id: string) => (await place.query('document.card', { id }))?.document.labels;

  it('tells beforehand what changes, what is so already and what cannot be changed, writing nothing', async () => {
    const [, other = ''] = ids;
    await place.command('document.update', { id: other, patch: { dueDate: '2026-06-01' }, base: { dueDate: null } });
    const tried = await attempt({ dueDate: '2026-06-01', addLabels: [] });
    expect([tried?.edits.length, tried?.same]).toEqual([many - 2, 1]);
    expect(byReason(tried?.refused ?? []).map(({ code, all }) => [code, all.length])).toEqual([['ARCHIVED', 1]]);
    expect((await place.query('document.card', { id: ids[2] ?? '' }))?.document.dueDate).toBeNull();
    // Filing in another branch is not hers to do: the command says so, not the preview.
    const moved = await attempt({ branchId: moscow });
    expect(byReason(moved?.refused ?? []).map(({ code, all }) => [code, all.length])).toEqual([
      ['DENIED', many - 1],
      ['ARCHIVED', 1],
    ]);
  });

  it('changes them in slices, skips what somebody archived meanwhile, and takes all of it back', async () => {
    const tried = await attempt({ responsibleId: clerk, addLabels: ['б'], dropLabels: ['а'] });
    const edits = tried?.edits ?? [];
    const late = edits[250]?.id ?? '';
    await place.command('document.archive', { id: late });
    const told: number[] = [];
    const { done, stopped } = await runEdits(edits, send, { progress: (count) => told.push(count) });
    expect([done.length, stopped]).toEqual([many - 2, false]);
    expect(told).toEqual([200, 400, many - 1]);
    expect(await labelsOf(ids[5] ?? '')).toEqual(['б']);
    expect(await labelsOf(late)).toEqual(['а']);

    await runEdits(reversed(done), send);
    const { rows } = await place.query('document.list', { filter: {}, sort, start: 0, end: many * 2 });
    const own = rows.filter((row) => ids.includes(row.id));
    expect(own).toHaveLength(many - 2);
    expect(own.every((row) => row.responsibleId === null && row.labels.join() === 'а')).toBe(true);
    await place.settled();
    expect((await place.query('exchange.counts', {})).rejected).toBe(0);
  });

  it('stops between two slices when the person says so; what was done stays done and can be taken back', async () => {
    const tried = await attempt({ state: 'done' });
    const stop = new AbortController();
    const { done, stopped } = await runEdits(tried?.edits ?? [], send, {
      signal: stop.signal,
      progress: () => stop.abort(),
    });
    expect([done.length, stopped]).toEqual([200, true]);
    await runEdits(reversed(done), send);
    const again = await attempt({ state: 'done' });
    expect(again?.edits.length).toBe(tried?.edits.length);
  });
});
