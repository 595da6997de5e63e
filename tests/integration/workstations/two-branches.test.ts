import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { documentId } from '#tests/integration/server/company.ts';
import { startWorkplace, type TestWorkplace } from '#tests/integration/workstations/workplace.ts';

const paper = documentId(2);

describe('two workstations of one company', () => {
  let centre: Centre;
  let head: TestWorkplace;
  let branch: TestWorkplace;

  beforeAll(async () => {
    centre = await startCentre({ now: Date.now, demo: true });
    head = await startWorkplace(centre.url, 'МСК-01');
    branch = await startWorkplace(centre.url, 'КЗН-01');
    await head.login('director-one');
    await branch.login('clerk-one');
  });
  afterAll(async () => {
    await head.close();
    await branch.close();
    await centre.close();
  });

  const cardOf = async (place: TestWorkplace) => {
    const card = await place.query('document.card', { id: paper });
    if (!card) throw new Error('no card');
    return card;
  };
  const edit = async (place: TestWorkplace, patch: Record<string, unknown>): Promise<void> => {
    const seen = (await cardOf(place)).document as Record<string, unknown>;
    const base = Object.fromEntries(Object.keys(patch).map((field) => [field, seen[field]]));
    await place.command('document.update', { id: paper, patch, base });
  };

  it('brings edits of different fields together', async () => {
    await Promise.all([head.cut(true), branch.cut(true)]);
    await edit(head, { amount: 77_700 });
    await edit(branch, { dueDate: '2026-06-01', labels: ['срочно'] });
    await Promise.all([head.cut(false), branch.cut(false)]);
    for (const place of [head, branch]) {
      await place.settled();
      await place.until(async () => {
        const { document } = await cardOf(place);
        return document.amount === 77_700 && document.dueDate === '2026-06-01' && document.labels.includes('срочно');
      });
    }
    expect((await cardOf(head)).document).toEqual((await cardOf(branch)).document);
    expect((await cardOf(head)).conflicts).toEqual([]);
  });

  it('takes the same field of kind "ask" to the desk and clears it everywhere when one decides', async () => {
    await Promise.all([head.cut(true), branch.cut(true)]);
    await edit(head, { amount: 1_000 });
    await edit(branch, { amount: 2_000, note: 'из Казани' });
    await head.cut(false);
    await head.settled();
    await branch.cut(false);
    for (const place of [head, branch]) {
      await place.until(async () => (await place.query('conflict.list', { state: 'open', limit: 10 })).length === 1);
    }
    const [line] = await branch.query('conflict.list', { state: 'open', limit: 10 });
    expect(line?.conflict.fields).toMatchObject([{ field: 'amount', base: 77_700, mine: 2_000, theirs: 1_000 }]);
    expect((await cardOf(branch)).document).toMatchObject({ amount: 1_000, note: 'из Казани' });

    await branch.command('conflict.resolve', { id: line?.conflict.id ?? '', choices: { amount: 2_000 } });
    for (const place of [head, branch]) {
      await place.until(async () => (await place.query('conflict.list', { state: 'open', limit: 10 })).length === 0);
      await place.until(async () => (await cardOf(place)).document.amount === 2_000);
    }
    const history = await head.query('record.history', { entity: 'document', id: paper });
    const seen = history.flatMap((one) => one.changes).filter((change) => change.field === 'amount');
    expect(seen.map((change) => change.to)).toEqual(expect.arrayContaining([77_700, 1_000, 2_000]));
  });

  it('shows a receipt only after the centre has spoken, and keeps it over a restart', async () => {
    await branch.cut(true);
    await edit(branch, { note: 'без связи' });
    expect((await cardOf(branch)).receipt.state).toBe('out');
    await branch.restart();
    await branch.settled();
    await branch.until(async () => ['ok', 'full'].includes((await cardOf(branch)).receipt.state));
    expect((await cardOf(branch)).document.note).toBe('без связи');
  });

  it('finds words of a fresh edit in any form', async () => {
    await edit(head, { subject: 'Заявление о переводе котельной' });
    const found = await head.query('search', { text: 'заявления котельных', limit: 10 });
    expect(found.hits.map((hit) => hit.id)).toContain(paper);
  });
});
