import { beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '#shared/commands/execute.ts';
import { type Acting, codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { incomingJournal, registrationSamples } from '#tests/fixtures/kernel/registration-samples.ts';
import { clerk, company, director, documentRow, kazan, rowId, stranger, whole } from '#tests/fixtures/kernel/rows.ts';
import { sampleRow } from '#tests/fixtures/kernel/samples.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 4, 28);
const paper = (n: number): string => rowId(4, n);
const caseFile = rowId(62, 1);

describe('registration', () => {
  let rows: MemoryRows;
  beforeEach(() => {
    rows = new MemoryRows(company());
    rows.put('journal', whole('journal', registrationSamples.journal(incomingJournal)));
    rows.put('case_file', whole('case_file', registrationSamples.case_file(caseFile)));
    for (let n = 1; n <= 9; n += 1)
      rows.put('document', whole('document', documentRow(paper(n), { number: null, state: 'draft' })));
  });

  const lease = (client: string, count = 20, acting: Acting = {}) =>
    resultOf<{ id: string; from: number; to: number }>(
      rows.run(
        'journal.lease',
        { journalId: incomingJournal, count, date: '2026-05-28' },
        { as: clerk, client, at: now, ...acting },
      ),
    );
  const register = (n: number, given: object = {}, acting: Acting = {}): Outcome =>
    rows.run(
      'document.register',
      {
        id: paper(n),
        journalId: incomingJournal,
        caseFileId: null,
        seq: null,
        blockId: null,
        date: '2026-05-28',
        ...given,
      },
      { as: clerk, ...acting },
    );
  const numberOf = (outcome: Outcome) => resultOf<{ number: string | null }>(outcome).number;

  test('a number of the workstation’s own block is the document’s, whatever happens to its neighbours', () => {
    const block = lease('a', 10);
    expect(block).toMatchObject({ from: 1, to: 10 });
    const acting = { client: 'a', where: 'device' as const };
    expect(numberOf(register(1, { seq: 3, blockId: block.id }, acting))).toBe('ВХ-Мос/2026-00003');
    expect(rows.get('document', paper(1))).toMatchObject({ number: 'ВХ-Мос/2026-00003', state: 'reg' });
    expect(codeOf(register(2, { seq: 3, blockId: block.id }, acting))).toBe('NUMBER_TAKEN');
    expect(codeOf(register(2, { seq: 11, blockId: block.id }, acting))).toBe('NUMBER_NOT_YOURS');
    expect(numberOf(register(2, { seq: 1, blockId: block.id }, acting))).toBe('ВХ-Мос/2026-00001');
  });

  test('a copy of the workstation has another name: its number is refused, and given by the centre without one', () => {
    const block = lease('a');
    expect(codeOf(register(1, { seq: 1, blockId: block.id }, { client: 'b' }))).toBe('NUMBER_NOT_YOURS');
    expect(codeOf(register(1, { seq: 1, blockId: null }, { client: 'a' }))).toBe('NUMBER_NOT_YOURS');
    expect(codeOf(register(1, { seq: 1, blockId: block.id }, { client: null }))).toBe('NUMBER_NOT_YOURS');
    expect(numberOf(register(1, { insteadOf: 'ВХ-Мос/2026-00001' }, { client: 'b' }))).toBe('ВХ-Мос/2026-00021');
    expect(rows.all('registration')[0]).toMatchObject({ insteadOf: 'ВХ-Мос/2026-00001', seq: 21, blockId: null });
  });

  test('without numbers a workstation registers provisionally; the centre counts', () => {
    expect(numberOf(register(1, {}, { where: 'device' }))).toBe(null);
    expect(rows.all('registration')[0]).toMatchObject({ seq: null, number: null, isProvisional: true });
    expect(codeOf(register(1))).toBe('ALREADY_REGISTERED');
    expect(numberOf(register(2))).toBe('ВХ-Мос/2026-00001');
    expect(numberOf(register(3, { date: '2027-01-11' }))).toBe('ВХ-Мос/2027-00001');
    expect(numberOf(register(4))).toBe('ВХ-Мос/2026-00002');
  });

  test('journal, case file, person and paper have to fit', () => {
    rows.put('document', whole('document', documentRow(paper(1), { kind: 'outgoing' })));
    rows.put('document', whole('document', documentRow(paper(2), { branchId: kazan })));
    rows.put('document', whole('document', documentRow(paper(3), { state: 'void' })));
    rows.put('document', whole('document', documentRow(paper(4), { archivedAt: 5 })));
    expect(codeOf(register(1))).toBe('WRONG_JOURNAL');
    expect(codeOf(register(2, {}, { as: director }))).toBe('WRONG_JOURNAL');
    expect(codeOf(register(3))).toBe('WRONG_STAGE');
    expect(codeOf(register(4))).toBe('ARCHIVED');
    expect(codeOf(register(5, {}, { as: stranger, where: 'device' }))).toBe('DENIED');
    expect(codeOf(register(5, { caseFileId: caseFile, date: '2026-01-08' }))).toBe('CASE_CLOSED');
    expect(numberOf(register(5, { caseFileId: caseFile }))).toBe('ВХ-Мос/2026-00001');
    rows.run('journal.archive', { id: incomingJournal, archived: true });
    expect(codeOf(register(6))).toBe('ARCHIVED');
  });

  test('a contract is signed first, a paper in approval waits for its end', () => {
    const journal = { ...registrationSamples.journal(incomingJournal), kinds: ['contract', 'order'] };
    rows.put('journal', whole('journal', journal));
    rows.put('document', whole('document', documentRow(paper(1), { kind: 'contract', state: 'sign' })));
    expect(codeOf(register(1))).toBe('WRONG_STAGE');
    const dates = { signedOn: '2026-05-20', expiresOn: '2026-12-31', noticeDays: 30 };
    rows.put('document', whole('document', documentRow(paper(1), { kind: 'contract', state: 'sign', ...dates })));
    resultOf(register(1));
    expect(rows.all('key_date').length).toBeGreaterThan(0);
    const round = { documentId: paper(2), state: 'running' };
    rows.put('approval', sampleRow('approval', rowId(22, 1), round));
    const order = { kind: 'order', state: 'approve', approvalId: rowId(22, 1) } as const;
    rows.put('document', whole('document', documentRow(paper(2), order)));
    expect(codeOf(register(2))).toBe('IN_APPROVAL');
  });

  test('a number of a journal is not typed over', () => {
    const edit = (patch: object) =>
      rows.run('document.update', { id: paper(1), patch, base: rows.get('document', paper(1)) }, { as: clerk });
    resultOf(edit({ number: '12' }));
    resultOf(register(1));
    expect(rows.all('registration')[0]).toMatchObject({ numberBefore: '12' });
    expect(codeOf(edit({ number: '13' }))).toBe('ALREADY_REGISTERED');
    resultOf(edit({ number: 'ВХ-Мос/2026-00001', subject: 'Иное' }));
  });

  test('a voided registration keeps its number; the document is as it was and may be registered again', () => {
    const block = lease('a');
    resultOf(register(1, { seq: 1, blockId: block.id }, { client: 'a' }));
    const { id } = rows.all('registration')[0] ?? { id: '' };
    const given = { id, documentId: paper(1), reason: 'Не тот журнал' };
    expect(codeOf(rows.run('registration.void', { ...given, reason: ' ' }, { as: clerk }))).toBe('BAD_INPUT');
    expect(codeOf(rows.run('registration.void', { ...given, documentId: paper(2) }, { as: clerk }))).toBe('NOT_FOUND');
    resultOf(rows.run('registration.void', given, { as: clerk }));
    expect(codeOf(rows.run('registration.void', given, { as: clerk }))).toBe('ALREADY_DECIDED');
    expect(rows.get('document', paper(1))).toMatchObject({ number: null, registeredAt: null, state: 'draft' });
    expect(codeOf(register(1, { seq: 1, blockId: block.id }, { client: 'a' }))).toBe('NUMBER_TAKEN');
    expect(numberOf(register(1, { seq: 2, blockId: block.id }, { client: 'a' }))).toBe('ВХ-Мос/2026-00002');
  });

  test('what was done before its number, and taken up again since, is not done by a voiding', () => {
    rows.put('document', { ...rows.get('document', paper(1)), state: 'done', doneOn: '2026-05-20' });
    resultOf(register(1));
    resultOf(rows.run('document.update', { id: paper(1), patch: { state: 'reg' }, base: { state: 'done' } }));
    const { id } = rows.all('registration')[0] ?? { id: '' };
    resultOf(rows.run('registration.void', { id, documentId: paper(1), reason: 'Не тот журнал' }, { as: clerk }));
    expect(rows.get('document', paper(1))).toMatchObject({ state: 'reg', doneOn: null, registeredAt: null });
  });

  test('a journal comes back from the archive unless another has its index meanwhile', () => {
    const { id: _id, createdAt: _at, archivedAt: _archived, ...form } = registrationSamples.journal('');
    const archive = (id: string, archived: boolean) => rows.run('journal.archive', { id, archived });
    resultOf(archive(incomingJournal, true));
    const { id } = resultOf<{ id: string }>(rows.run('journal.create', form));
    expect(codeOf(archive(incomingJournal, false))).toBe('ALREADY_EXISTS');
    resultOf(archive(id, true));
    resultOf(archive(incomingJournal, false));
    expect(rows.get('journal', incomingJournal).archivedAt).toBeNull();
  });

  test('numbers are granted by the centre alone, given back behind the last one used, and granted again', () => {
    const order = { journalId: incomingJournal, count: 5, date: '2026-05-28' };
    expect(resultOf(rows.run('journal.lease', order, { as: clerk, where: 'device', at: now }))).toBe(null);
    expect(codeOf(rows.run('journal.lease', order, { as: clerk, client: null, at: now }))).toBe('DENIED');
    expect(codeOf(rows.run('journal.lease', { ...order, date: '2026-09-01' }, { as: clerk, at: now }))).toBe(
      'BAD_PERIOD',
    );
    const first = lease('a', 5);
    resultOf(register(1, { seq: 2, blockId: first.id }, { client: 'a' }));
    expect(codeOf(rows.run('journal.return', { blockId: first.id }, { as: clerk, client: 'b' }))).toBe(
      'NUMBER_NOT_YOURS',
    );
    resultOf(rows.run('journal.return', { blockId: first.id }, { as: clerk, client: 'a' }));
    expect(codeOf(register(2, { seq: 1, blockId: first.id }, { client: 'a' }))).toBe('NUMBER_NOT_YOURS');
    expect(lease('b', 2)).toMatchObject({ from: 3, to: 4 });
    expect(lease('b', 2)).toMatchObject({ from: 5, to: 5 });
    expect(lease('b', 2)).toMatchObject({ from: 6, to: 7 });
  });

  test('an administrator takes numbers back from a workstation that has been silent for 400 days', () => {
    const block = lease('lost');
    const back = (days: number, as = director) =>
      rows.run('journal.return', { blockId: block.id }, { as, client: 'other', at: now + days * day });
    expect(codeOf(back(399))).toBe('NUMBER_NOT_YOURS');
    expect(codeOf(back(402, clerk))).toBe('NUMBER_NOT_YOURS');
    resultOf(back(402));
    expect(rows.get('number_block', block.id).client).toBe(null);
  });

  test('a number in use is a word of the workstation: the 400 days begin anew with it', () => {
    const block = lease('far');
    resultOf(register(1, { seq: 1, blockId: block.id }, { client: 'far', at: now + 300 * day }));
    const back = (days: number) =>
      rows.run('journal.return', { blockId: block.id }, { client: 'other', at: now + days * day });
    expect(codeOf(back(450))).toBe('NUMBER_NOT_YOURS');
    resultOf(back(701));
    expect(rows.get('number_block', block.id)).toMatchObject({ client: 'far', to: 1 });
  });

  test('in an archived journal nothing new is entered; what was given is voided, explained and given back', () => {
    const block = lease('a');
    resultOf(register(1, { seq: 1, blockId: block.id }, { client: 'a' }));
    resultOf(rows.run('journal.archive', { id: incomingJournal, archived: true }));
    expect(codeOf(register(2, { seq: 2, blockId: block.id }, { client: 'a' }))).toBe('ARCHIVED');
    const order = { journalId: incomingJournal, count: 5, date: '2026-05-28' };
    expect(codeOf(rows.run('journal.lease', order, { as: clerk, at: now }))).toBe('ARCHIVED');
    const { id } = rows.all('registration')[0] ?? { id: '' };
    const wrong = { id, documentId: paper(1), reason: 'Не тот журнал' };
    resultOf(rows.run('registration.void', wrong, { as: clerk }));
    resultOf(rows.run('journal.return', { blockId: block.id }, { as: clerk, client: 'a' }));
    const said = {
      journalId: incomingJournal,
      period: '2026',
      from: 2,
      to: 20,
      reason: 'other',
      note: 'Журнал закрыт',
    };
    expect(codeOf(rows.run('number.explain', said, { as: stranger, where: 'device' }))).toBe('DENIED');
    resultOf(rows.run('number.explain', said, { as: clerk }));
  });

  test('a journal says how its numbers look; what tells sequences apart never changes', () => {
    const { id: _id, createdAt: _at, archivedAt: _archived, ...form } = registrationSamples.journal('');
    const made = { ...form, index: 'ИСХ', branchId: null };
    expect(codeOf(rows.run('journal.create', { ...made, pattern: '{journal}-{yyyy}' }))).toBe('BAD_INPUT');
    expect(codeOf(rows.run('journal.create', { ...made, pattern: '{seq}-{year}' }))).toBe('BAD_INPUT');
    expect(codeOf(rows.run('journal.create', { ...made, leaseSize: 101 }))).toBe('BAD_INPUT');
    const { id } = resultOf<{ id: string }>(rows.run('journal.create', { ...made, startsAt: 501, startsIn: '2026' }));
    expect(codeOf(rows.run('journal.create', made))).toBe('ALREADY_EXISTS');
    const edit = (patch: object) => rows.run('journal.update', { id, patch, base: { ...made } });
    expect(codeOf(edit({ period: 'month' }))).toBe('BAD_INPUT');
    resultOf(edit({ pattern: '{seq:3}/{kind}' }));
    expect(numberOf(register(1, { journalId: id }))).toBe('501/Вх');
    expect(numberOf(register(2, { journalId: id, date: '2027-02-01' }))).toBe('001/Вх');
  });

  test('a kind of the company’s own that is built on none stands in numbers by its name', () => {
    const kind = rowId(63, 1);
    const journal = { ...registrationSamples.journal(incomingJournal), kinds: [kind], pattern: '{seq}/{kind}' };
    rows.put('journal', whole('journal', journal));
    rows.put('document_kind', sampleRow('document_kind', kind, { base: 'custom', label: 'Акт сверки' }));
    rows.put('document', whole('document', documentRow(paper(1), { kind: 'custom', kindId: kind, number: null })));
    expect(numberOf(register(1))).toBe('1/АС');
  });

  test('the case files of a branch are kept by its own clerks, those of the company by every clerk', () => {
    const { id: _id, createdAt: _at, ...form } = registrationSamples.case_file('');
    const open = (given: object, as: string) => rows.run('case_file.create', { ...form, ...given }, { as });
    expect(codeOf(open({ index: '01-13' }, stranger))).toBe('DENIED');
    resultOf(open({ index: '01-13' }, clerk));
    resultOf(open({ index: '01-13', branchId: null }, stranger));
    const close = { id: caseFile, patch: { closedOn: '2026-12-31' }, base: { closedOn: null } };
    expect(codeOf(rows.run('case_file.update', close, { as: stranger }))).toBe('DENIED');
    resultOf(rows.run('case_file.update', close, { as: clerk }));
    expect(rows.get('case_file', caseFile).closedOn).toBe('2026-12-31');
  });
});
