import { beforeEach, describe, expect, test } from 'vitest';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { branchRow, clerk, director, documentRow, moscow, rowId, stranger } from '#tests/fixtures/kernel/rows.ts';

const [paper, answer, away] = [rowId(4, 1), rowId(4, 2), rowId(4, 3)];
/** Noon of 20 May 2026 in Moscow. */
const at = Date.UTC(2026, 4, 20, 9);
let rows: MemoryRows;

beforeEach(() => {
  rows = new MemoryRows();
  rows.put('branch', branchRow(moscow, 'Москва'));
  rows.put('document', documentRow(paper));
  rows.put('document', documentRow(answer, { kind: 'outgoing' }));
  rows.put('document', documentRow(away, { kind: 'outgoing', archivedAt: 5 }));
});

const put = (given: object = {}, as = director) =>
  rows.run(
    'control.put',
    { id: paper, dueDate: '2026-05-25', responsibleId: clerk, was: null, comment: null, ...given },
    { as, at },
  );
const done = (given: object = {}) =>
  rows.run(
    'control.done',
    { id: paper, doneOn: '2026-05-20', note: null, answerId: null, ...given },
    { as: clerk, at },
  );
const move = (given: object) =>
  rows.run('control.move', { id: paper, was: '2026-05-25', reason: 'Ждём ответа банка', ...given }, { at });
const lastLine = () => rows.all('history').at(-1);
const changed = (field: string) => lastLine()?.changes.find((one) => one.field === field);

describe('on control', () => {
  test('a registered paper is being carried out by a day, and its history says who has to', () => {
    resultOf(put({ comment: 'Ответить по существу' }));
    expect(rows.get('document', paper)).toMatchObject({
      state: 'perform',
      dueDate: '2026-05-25',
      responsibleId: clerk,
    });
    expect(lastLine()).toMatchObject({ action: 'control.put', actorId: director });
    expect(changed('comment')?.to).toBe('Ответить по существу');
  });

  test.each<[string, object, string]>([
    ['a day before the paper itself', { dueDate: '2026-05-12' }, 'BAD_INPUT'],
    ['a person who does not exist', { responsibleId: rowId(2, 99) }, 'NOT_FOUND'],
    ['somebody’s day that was not seen', { was: '2026-05-21' }, 'CONTROL_CHANGED'],
  ])('%s is refused and nothing changes', (_case, given, code) => {
    expect(codeOf(put(given))).toBe(code);
    expect(rows.get('document', paper).dueDate).toBeNull();
    expect(rows.all('history')).toHaveLength(0);
  });

  test('who may not see the paper puts nothing on control', () => {
    expect(codeOf(put({}, stranger))).toBe('NOT_FOUND');
  });

  test('another day needs a reason; the second of two who move the same day is told', () => {
    resultOf(put());
    expect(codeOf(move({ dueDate: '2026-06-01', reason: '  ' }))).toBe('BAD_INPUT');
    resultOf(move({ dueDate: '2026-06-01' }));
    expect(changed('dueDate')).toEqual({ field: 'dueDate', from: '2026-05-25', to: '2026-06-01' });
    expect(changed('reason')?.to).toBe('Ждём ответа банка');
    expect(codeOf(move({ dueDate: '2026-06-03' }))).toBe('CONTROL_CHANGED');
    resultOf(move({ dueDate: null, was: '2026-06-01', reason: 'Снят с контроля' }));
    expect(rows.get('document', paper).dueDate).toBeNull();
  });

  test('what was late is being carried out again when its day is moved', () => {
    rows.put('document', documentRow(paper, { state: 'late', dueDate: '2026-05-25' }));
    resultOf(move({ dueDate: '2026-06-01' }));
    expect(rows.get('document', paper).state).toBe('perform');
  });

  test('what was signed after its approval gets a day all the same', () => {
    const settled = { kind: 'order', approvalId: rowId(9, 1), registeredAt: 5, signedOn: '2026-05-14' } as const;
    rows.put('document', documentRow(paper, settled));
    resultOf(put());
    expect(rows.get('document', paper).dueDate).toBe('2026-05-25');
  });
});

describe('carried out', () => {
  test('it is done, on a day, by an answer that is linked once', () => {
    resultOf(done({ note: 'Ответили', answerId: answer }));
    expect(rows.get('document', paper)).toMatchObject({ state: 'done', doneOn: '2026-05-20' });
    expect(changed('doneDocumentId')?.to).toBe(answer);
    expect(rows.all('document_link')).toMatchObject([{ documentId: answer, otherId: paper, kind: 'reply' }]);
    resultOf(rows.run('control.reopen', { id: paper, reason: 'Не всё' }, { at }));
    expect(rows.get('document', paper)).toMatchObject({ state: 'perform', doneOn: null });
    resultOf(done({ answerId: answer }));
    expect(rows.all('document_link')).toHaveLength(1);
  });

  test('said twice it is said once; said with another day it is refused', () => {
    resultOf(done());
    const lines = rows.all('history').length;
    resultOf(done());
    expect(rows.all('history')).toHaveLength(lines);
    expect(codeOf(done({ doneOn: '2026-05-19' }))).toBe('CONTROL_ENDED');
  });

  test('said twice with an answer or a word, neither is lost', () => {
    resultOf(done({ note: 'Ответили' }));
    resultOf(done({ answerId: answer }));
    expect(rows.all('document_link')).toMatchObject([{ documentId: answer, otherId: paper }]);
    expect(changed('doneDocumentId')?.to).toBe(answer);
    resultOf(done({ note: 'И позвонили' }));
    expect(changed('comment')?.to).toBe('И позвонили');
    const lines = rows.all('history').length;
    resultOf(done({ answerId: answer }));
    expect(rows.all('history')).toHaveLength(lines);
  });

  test('the paper of a request is carried out through the request, also when it seems to be so already', () => {
    rows.put('document', documentRow(paper, { kind: 'application', state: 'done', doneOn: '2026-05-20' }));
    expect(codeOf(done())).toBe('DENIED');
  });

  test('a clock that is ahead dates nothing after the day on which the centre learns of it', () => {
    const ahead = { as: clerk, at: at + 3 * 86_400_000, received: at };
    const order = { id: paper, doneOn: '2026-05-21', note: null, answerId: null };
    expect(codeOf(rows.run('control.done', order, ahead))).toBe('BAD_INPUT');
    resultOf(rows.run('document.update', { id: paper, patch: { state: 'done' }, base: { state: 'reg' } }, ahead));
    expect(rows.get('document', paper).doneOn).toBe('2026-05-20');
  });

  test('what was done without a link is dated by the day it was done on', () => {
    const late = { as: clerk, at, received: at + 30 * 86_400_000 };
    resultOf(rows.run('document.update', { id: paper, patch: { state: 'done' }, base: { state: 'reg' } }, late));
    expect(rows.get('document', paper).doneOn).toBe('2026-05-20');
  });

  test.each<[string, object, string]>([
    ['tomorrow', { doneOn: '2026-05-21' }, 'BAD_INPUT'],
    ['by itself', { answerId: paper }, 'BAD_INPUT'],
    ['by a paper that does not exist', { answerId: rowId(4, 9) }, 'NOT_FOUND'],
    ['by a paper in the archive', { answerId: away }, 'ARCHIVED'],
  ])('%s is refused', (_case, given, code) => {
    expect(codeOf(done(given))).toBe(code);
    expect(rows.get('document', paper).state).toBe('reg');
  });

  test('a contract is ended by its stages', () => {
    rows.put('document', documentRow(paper, { kind: 'contract' }));
    expect(codeOf(done())).toBe('WRONG_STAGE');
  });
});

describe('the day of being done follows the state, whoever moves it', () => {
  const update = (patch: object, base: object) => rows.run('document.update', { id: paper, patch, base }, { at });

  test('an edit of the card', () => {
    resultOf(update({ state: 'done' }, { state: 'reg' }));
    expect(rows.get('document', paper).doneOn).toBe('2026-05-20');
    resultOf(update({ state: 'perform' }, { state: 'done' }));
    expect(rows.get('document', paper).doneOn).toBeNull();
  });

  test('an edit that is in dispute gives no day', () => {
    resultOf(update({ state: 'done' }, { state: 'check' }));
    expect(rows.get('document', paper)).toMatchObject({ state: 'reg' });
    expect(rows.get('document', paper).doneOn ?? null).toBeNull();
    const [conflict] = rows.all('conflict');
    resultOf(rows.run('conflict.resolve', { id: conflict?.id ?? '', choices: { state: 'done' } }, { at }));
    expect(rows.get('document', paper)).toMatchObject({ state: 'done', doneOn: '2026-05-20' });
  });

  test('a dispute over another field dates nothing', () => {
    rows.put('document', documentRow(paper, { state: 'done' }));
    resultOf(update({ amount: 2 }, { amount: 1 }));
    const [conflict] = rows.all('conflict');
    resultOf(rows.run('conflict.resolve', { id: conflict?.id ?? '', choices: { amount: 2 } }, { at }));
    expect(rows.get('document', paper)).toMatchObject({ amount: 2 });
    expect(rows.get('document', paper).doneOn ?? null).toBeNull();
  });

  test('a paper that is entered as done', () => {
    const { id } = resultOf<{ id: string }>(rows.run('document.create', documentForm({ state: 'done' }), { at }));
    expect(rows.get('document', id).doneOn).toBe('2026-05-20');
  });

  test('a contract that is completed', () => {
    const standing = { kind: 'contract', state: 'perform', signedOn: '2026-05-14', registeredAt: 5 } as const;
    rows.put('document', documentRow(paper, standing));
    const step = { id: paper, to: 'completed', date: '2026-05-18', number: null, comment: null } as const;
    resultOf(rows.run('contract.advance', step, { at }));
    expect(rows.get('document', paper)).toMatchObject({ state: 'done', doneOn: '2026-05-18' });
  });
});

describe('paper originals', () => {
  const send = (given: object = {}) =>
    rows.run('originals.send', { id: paper, place: 'Курьер', dueOn: '2026-06-01', comment: null, ...given }, { at });
  const receive = (place: string | null) => rows.run('originals.receive', { id: paper, place, comment: null }, { at });

  test('leave with somebody until a day, come back to a shelf', () => {
    resultOf(send());
    expect(rows.get('document', paper)).toMatchObject({
      originals: 'sent',
      originalsDueOn: '2026-06-01',
      originalsPlace: 'Курьер',
    });
    expect(codeOf(rows.run('originals.keep', { id: paper, place: 'Шкаф 1' }, { at }))).toBe('ORIGINALS_OUT');
    resultOf(receive('Шкаф 3, папка 12'));
    expect(rows.get('document', paper)).toMatchObject({
      originals: 'returned',
      originalsDueOn: null,
      originalsPlace: 'Шкаф 3, папка 12',
    });
    expect(rows.all('history').map((one) => one.action)).toEqual(['originals.send', 'originals.receive']);
  });

  test('received by two people at once they are received once, and stay where the first put them', () => {
    resultOf(send());
    resultOf(receive('Шкаф 3'));
    expect(resultOf(receive(null))).toEqual({ changed: false });
    expect(rows.get('document', paper).originalsPlace).toBe('Шкаф 3');
    expect(rows.all('history')).toHaveLength(2);
  });

  test('are received when the document is in the archive, but not sent from there', () => {
    resultOf(send());
    resultOf(rows.run('document.archive', { id: paper }, { at }));
    expect(codeOf(send({ dueOn: '2026-07-01' }))).toBe('ARCHIVED');
    resultOf(receive(null));
    expect(rows.get('document', paper)).toMatchObject({ originals: 'returned', originalsPlace: null });
  });

  test('are lost with a reason', () => {
    resultOf(send());
    expect(codeOf(rows.run('originals.lose', { id: paper, reason: ' ' }, { at }))).toBe('BAD_INPUT');
    resultOf(rows.run('originals.lose', { id: paper, reason: 'Почта не доставила' }, { at }));
    expect(rows.get('document', paper)).toMatchObject({ originals: 'lost', originalsDueOn: null });
    resultOf(rows.run('originals.lose', { id: paper, reason: 'Розыск закончен' }, { at }));
    expect(changed('reason')?.to).toBe('Розыск закончен');
  });
});
