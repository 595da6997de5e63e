import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { kazan } from '#tests/integration/server/company.ts';
import { letter } from '#tests/integration/workstations/forms.ts';
import { startWorkplace, type TestWorkplace } from '#tests/integration/workstations/workplace.ts';

const papers: string[] = [];
const date = new Date().toISOString().slice(0, 10);
const period = date.slice(0, 4);

describe('two workstations register offline in the same journal', () => {
  let centre: Centre;
  let head: TestWorkplace;
  let branch: TestWorkplace;
  let journalId = '';

  beforeAll(async () => {
    centre = await startCentre({ now: Date.now, demo: true });
    head = await startWorkplace(centre.url, 'МСК-01');
    branch = await startWorkplace(centre.url, 'КЗН-01');
    await head.login('director-one');
    await branch.login('clerk-one');
    const made = await head.command('journal.create', {
      ...{ name: 'Входящие', index: 'ВХ', branchId: kazan, kinds: ['incoming'], period: 'year', position: 1 },
      ...{ pattern: '{journal}-{branch}/{yyyy}-{seq:5}', startsAt: 1, startsIn: null, leaseSize: 10 },
    });
    journalId = (made.result as { id: string }).id;
    for (const subject of ['Запрос', 'Ответ', 'Жалоба', 'Приглашение']) {
      const form = letter({ subject, branchId: kazan, number: null, state: 'draft' });
      papers.push(((await head.command('document.create', form)).result as { id: string }).id);
    }
    await head.settled();
    await branch.until(async () => (await branch.query('document.card', { id: papers[3] ?? '' })) !== null);
  });
  afterAll(async () => {
    await head.close();
    await branch.close();
    await centre.close();
  });

  const offerOf = async (place: TestWorkplace, documentId: string) => {
    const found = await place.query('registration.next', { documentId, date, caseFileId: null });
    return found?.offers.find((one) => one.journal.id === journalId);
  };
  const register = async (place: TestWorkplace, documentId: string): Promise<string | null> => {
    const next = (await offerOf(place, documentId))?.next;
    const number = { seq: next?.seq ?? null, blockId: next?.blockId ?? null };
    await place.command('document.register', { id: documentId, journalId, caseFileId: null, date, ...number });
    return (await place.query('document.card', { id: documentId }))?.document.number ?? null;
  };
  const numberAt = async (place: TestWorkplace, documentId: string) =>
    (await place.query('registration.card', { documentId })).registrations[0]?.registration.number ?? null;

  it('the clerk’s workstation has numbers before the link is lost, without being asked', async () => {
    const [paper = ''] = papers;
    await branch.until(async () => ((await offerOf(branch, paper))?.left ?? 0) === 10);
    const { registrations, mayRegister } = await branch.query('registration.card', { documentId: paper });
    expect({ registrations, mayRegister }).toEqual({ registrations: [], mayRegister: true });
  });

  it('both get numbers without a link or wait for one visibly; none comes twice and every gap has its cause', async () => {
    const [first = '', second = '', third = '', fourth = ''] = papers;
    // Whoever registers in a journal gets numbers of it: the director has registered here once, without any.
    expect(await register(head, fourth)).toBe(null);
    await head.until(async () => ((await offerOf(head, first))?.left ?? 0) === 10);
    await Promise.all([head.cut(true), branch.cut(true)]);

    expect(await register(branch, first)).toBe(`ВХ-Каз/${period}-00001`);
    expect(await register(branch, second)).toBe(`ВХ-Каз/${period}-00002`);
    const inHead = await register(head, third);
    expect(inHead).toMatch(/-000(12|22)$/);

    await Promise.all([head.cut(false), branch.cut(false)]);
    for (const place of [head, branch]) {
      await place.settled();
      for (const paper of papers) await place.until(async () => (await numberAt(place, paper)) !== null);
    }
    const numbers = await Promise.all(papers.map((paper) => numberAt(head, paper)));
    expect(new Set(numbers).size).toBe(papers.length);
    expect(numbers).toEqual(await Promise.all(papers.map((paper) => numberAt(branch, paper))));
    expect([numbers[0], numbers[1], numbers[2]]).toEqual([
      ...[`ВХ-Каз/${period}-00001`, `ВХ-Каз/${period}-00002`, inHead],
    ]);
    const known = await head.query('journal.gaps', { journalId, period });
    expect(known?.registered).toBe(4);
    expect(known?.gaps.map(({ cause }) => cause)).not.toContain('unexplained');
    expect(known?.gaps.some((gap) => gap.cause === 'leased' && gap.deviceName === 'КЗН-01')).toBe(true);
  });

  it('a voided number stays in the register with its reason', async () => {
    const [paper = ''] = papers;
    const { registrations } = await branch.query('registration.card', { documentId: paper });
    const id = registrations[0]?.registration.id ?? '';
    await branch.command('registration.void', { id, documentId: paper, reason: 'Не наше письмо' });
    await branch.settled();
    expect(await register(branch, paper)).toBe(`ВХ-Каз/${period}-00003`);
    await branch.settled();
    await head.until(async () => (await numberAt(head, paper)) === `ВХ-Каз/${period}-00003`);
    const known = await head.query('journal.gaps', { journalId, period });
    expect(known?.gaps[0]).toMatchObject({ from: 1, to: 1, cause: 'voided', reason: 'Не наше письмо' });
  });

  it('what a copy of a workstation registered gets another number by itself, and tells which one was shown', async () => {
    const form = letter({ subject: 'Письмо у двойника', branchId: kazan, number: null, state: 'draft' });
    const { id } = (await branch.command('document.create', form)).result as { id: string };
    await branch.settled();
    await branch.cut(true);
    const shown = await register(branch, id);
    expect(shown).toBe(`ВХ-Каз/${period}-00004`);
    // The original has been at the centre meanwhile: the lease that this one holds is an old one.
    await centre.pool.query(`UPDATE client SET lease = 'newer', previous_lease = 'new' WHERE device_name = 'КЗН-01'`);
    await branch.cut(false);
    const entry = async () =>
      (await branch.query('registration.card', { documentId: id })).registrations[0]?.registration;
    await branch.until(async () => (await entry())?.insteadOf === shown && (await entry())?.receivedAt !== null);
    expect((await entry())?.number).not.toBe(shown);
    await branch.settled();
    const line = await branch.query('outbox.list', { states: ['rejected'], before: null, limit: 10 });
    expect(line.lines).toEqual([]);
  });
});
