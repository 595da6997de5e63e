import { beforeEach, describe, expect, test } from 'vitest';
import { centreUser } from '#shared/commands/execute.ts';
import { fileForm } from '#tests/fixtures/kernel/forms.ts';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import {
  accountant,
  author,
  deal,
  head,
  lawyer,
  Office,
  party,
  signer,
  step,
  text,
} from '#tests/fixtures/kernel/office.ts';
import { counterpartyRow, rowId } from '#tests/fixtures/kernel/rows.ts';

let office: Office;
beforeEach(() => {
  office = new Office();
});
const state = (): string => office.round().state;
const addFile = (purpose: string | null = null, digit = 'c') =>
  office.run('attachment.add', { documentId: deal, files: [fileForm(digit)], purpose }, { as: author });
const verify = (digit: string) =>
  office.run('attachment.verify', { sha256: digit.repeat(64), size: 10 }, { as: centreUser });
const newVersion = (digit: string) =>
  office.run(
    'attachment.add-version',
    { documentId: deal, basedOnId: text, file: fileForm(digit), note: null },
    { as: author },
  );

describe('modes of a step', () => {
  test('sequence: one after another; out of turn is refused, in the centre and here', () => {
    resultOf(office.submit([step([lawyer, accountant], { mode: 'sequence' })]));
    expect(office.asked()).toEqual([{ [lawyer]: 'active', [accountant]: 'waiting' }]);
    expect(codeOf(office.say(accountant))).toBe('NOT_YOUR_TURN');
    expect(codeOf(office.say(accountant, 'approve', { where: 'device' }))).toBe('NOT_YOUR_TURN');
    resultOf(office.say(lawyer));
    resultOf(office.say(accountant));
    expect(state()).toBe('approved');
  });

  test('all: in any order, every one', () => {
    resultOf(office.submit([step([lawyer, accountant])]));
    resultOf(office.say(accountant));
    expect(state()).toBe('running');
    resultOf(office.say(lawyer, 'remark'));
    expect(state()).toBe('approved');
  });

  test('any: the first settles it; the second comes late', () => {
    resultOf(office.submit([step([lawyer, accountant], { mode: 'any' })]));
    resultOf(office.say(lawyer));
    expect(office.asked()).toEqual([{ [lawyer]: 'done', [accountant]: 'closed' }]);
    expect(office.decision(office.say(accountant, 'reject')).state).toBe('late');
    expect(state()).toBe('approved');
  });

  test('quorum: two of three; one that is larger than the step asks for everybody', () => {
    resultOf(office.submit([step([lawyer, accountant, head], { mode: 'quorum', quorum: 2 })]));
    resultOf(office.say(head));
    expect(state()).toBe('running');
    resultOf(office.say(lawyer));
    expect(office.asked()).toEqual([{ [lawyer]: 'done', [accountant]: 'closed', [head]: 'done' }]);
    office = new Office();
    resultOf(office.submit([step([lawyer, accountant], { mode: 'quorum', quorum: 9 })]));
    resultOf(office.say(lawyer));
    expect(state()).toBe('running');
    resultOf(office.say(accountant));
    expect(state()).toBe('approved');
  });

  test('a step is asked only when the one before is complete; the server enforces the order of signing', () => {
    resultOf(office.submit([step([lawyer]), step([head, signer], { kind: 'sign', mode: 'sequence' })]));
    expect(codeOf(office.say(head))).toBe('NOT_YOUR_TURN');
    resultOf(office.say(lawyer));
    expect(office.get('document', deal).state).toBe('sign');
    expect(codeOf(office.say(signer))).toBe('NOT_YOUR_TURN');
    resultOf(office.say(head));
    resultOf(office.say(signer, 'approve', { at: Date.UTC(2026, 4, 28, 20, 59) }));
    expect(office.get('document', deal)).toMatchObject({ state: 'sign', signedOn: '2026-05-28' });
  });
});

describe('a decision is bound to what was seen', () => {
  beforeEach(() => void resultOf(office.submit([step([lawyer, accountant])])));

  test('here it is only sent and moves nothing; in the centre it stands', () => {
    const here = office.decision(office.say(lawyer, 'approve', { where: 'device' }));
    expect(here).toMatchObject({ state: 'sent', receivedAt: null });
    expect(office.asked()).toEqual([{ [lawyer]: 'active', [accountant]: 'active' }]);
    expect(codeOf(office.say(lawyer, 'approve', { where: 'device' }))).toBe('ALREADY_DECIDED');
  });

  test('on an earlier text it counts for nothing, its task is asked again and decided again at once', () => {
    const seen = office.hash();
    resultOf(office.edit({ amount: 5 }));
    const outcome = office.say(lawyer, 'approve', { hash: seen });
    expect(resultOf(outcome)).toMatchObject({ state: 'standing', outdated: true });
    expect(office.inForce()).toEqual([]);
    expect(office.task(lawyer).state).toBe('active');
    expect(codeOf(office.say(lawyer, 'approve', { hash: seen, where: 'device' }))).toBe('ALREADY_DECIDED');
    expect(office.decision(office.say(lawyer, 'reject', { hash: seen })).state).toBe('late');
    resultOf(office.say(lawyer));
    expect(office.task(lawyer).state).toBe('done');
  });

  test('stands under the number that the centre gave to the text, whatever a workstation had counted', () => {
    const seen = office.hash();
    const order = { documentId: deal, taskId: office.task(lawyer).id, verdict: 'approve', comment: null };
    const about = { attachmentId: null, hash: seen, hashSpec: 1, versionNumber: 9, toStep: null };
    resultOf(office.edit({ amount: 5 }));
    expect(office.decision(office.run('decision.make', { ...order, ...about }, { as: lawyer })).versionNumber).toBe(1);
    const now = { ...about, hash: office.hash() };
    expect(office.decision(office.run('decision.make', { ...order, ...now }, { as: lawyer })).versionNumber).toBe(2);
  });

  test('here what is not on the screen any more is refused at once', () => {
    const seen = office.hash();
    resultOf(office.edit({ subject: 'Иное' }));
    expect(codeOf(office.say(lawyer, 'approve', { hash: seen, where: 'device' }))).toBe('STALE_VERSION');
  });

  test('edit and revert: what was decided on the earlier text counts again, under the number it had', () => {
    resultOf(office.say(lawyer));
    resultOf(office.edit({ amount: 5 }));
    expect(office.round()).toMatchObject({ versionNumber: 2 });
    expect(office.asked()).toEqual([{ [lawyer]: 'active', [accountant]: 'active' }]);
    resultOf(office.edit({ amount: 100_000 }));
    expect(office.round()).toMatchObject({ versionNumber: 1 });
    expect(office.asked()).toEqual([{ [lawyer]: 'done', [accountant]: 'active' }]);
    expect(office.all('document_version')).toHaveLength(2);
  });

  test('process fields, scans and other people’s decisions do not make it stale', () => {
    resultOf(office.say(lawyer));
    resultOf(office.edit({ note: 'Позвонить', labels: ['срочно'], number: '15', responsibleId: head }));
    resultOf(addFile('scan'));
    resultOf(addFile('markup', 'd'));
    resultOf(office.say(accountant));
    expect(office.inForce()).toHaveLength(2);
    expect(state()).toBe('approved');
  });

  test('another file, another version of one and a file taken away do', () => {
    for (const change of [
      () => addFile(),
      () => addFile('appendix', 'd'),
      () => office.run('attachment.remove', { id: text, documentId: deal }, { as: author }),
      () => newVersion('e'),
    ]) {
      resultOf(office.say(lawyer));
      for (const digit of 'cde') verify(digit);
      resultOf(change());
      for (const digit of 'cde') verify(digit);
      expect(office.inForce()).toEqual([]);
      expect(office.task(lawyer).state).toBe('active');
    }
  });

  test('a version taken away again: the decision on the one before counts again', () => {
    resultOf(office.say(lawyer));
    const { id } = resultOf<{ id: string }>(newVersion('e'));
    verify('e');
    expect(office.task(lawyer).state).toBe('active');
    resultOf(office.run('attachment.remove', { id, documentId: deal }, { as: author }));
    expect(office.task(lawyer).state).toBe('done');
  });

  test('nothing counts before the centre has checked every file, then all of it at once', () => {
    resultOf(newVersion('e'));
    resultOf(office.say(lawyer));
    expect(office.decision(office.say(accountant)).state).toBe('standing');
    expect(office.asked()).toEqual([{ [lawyer]: 'active', [accountant]: 'active' }]);
    expect(state()).toBe('running');
    resultOf(verify('e'));
    expect(office.asked()).toEqual([{ [lawyer]: 'done', [accountant]: 'done' }]);
    expect(state()).toBe('approved');
  });

  test('a return waits for the files too, and takes effect with them', () => {
    resultOf(newVersion('e'));
    resultOf(office.say(lawyer, 'return'));
    expect(state()).toBe('running');
    resultOf(verify('e'));
    expect(state()).toBe('returned');
  });

  test('a conflict resolved to another value is a change of the text like any other', () => {
    resultOf(office.edit({ amount: 5 }));
    resultOf(
      office.run('document.update', { id: deal, patch: { amount: 6 }, base: { amount: 100_000 } }, { as: head }),
    );
    resultOf(office.say(lawyer));
    const [conflict] = office.all('conflict');
    resultOf(office.run('conflict.resolve', { id: conflict?.id, choices: { amount: 6 } }, { as: head }));
    expect(office.inForce()).toEqual([]);
    expect(office.round().versionNumber).toBe(3);
  });

  test('an edit after the approval and before the signature opens the round again', () => {
    resultOf(office.say(lawyer));
    resultOf(office.say(accountant));
    expect(office.get('document', deal).state).toBe('sign');
    resultOf(office.edit({ amount: 5 }));
    expect(state()).toBe('running');
    expect(office.get('document', deal).state).toBe('approve');
    resultOf(office.edit({ amount: 100_000 }));
    expect(state()).toBe('approved');
    expect(office.get('document', deal).state).toBe('sign');
  });
});

describe('papers that are not contracts', () => {
  const memo = rowId(4, 11);
  beforeEach(() => {
    office.put('document', { ...office.get('document', deal), id: memo, kind: 'memo', counterpartyId: null });
    resultOf(office.submit([step([lawyer])], { id: memo }));
    resultOf(office.say(lawyer, 'approve', {}, memo));
  });

  test('are performed after their approval; what is edited then is approved anew', () => {
    expect(office.get('document', memo).state).toBe('perform');
    resultOf(office.edit({ subject: 'Иное' }, {}, memo));
    expect(office.round(memo).state).toBe('running');
    expect(office.get('document', memo).state).toBe('approve');
  });

  test('stay in the state that people give them while the text stays', () => {
    resultOf(office.edit({ state: 'done' }, {}, memo));
    const { finishedAt } = office.round(memo);
    resultOf(office.edit({ note: 'Сделано' }, {}, memo));
    expect(office.get('document', memo).state).toBe('done');
    expect(office.round(memo).finishedAt).toBe(finishedAt);
  });
});

describe('against', () => {
  beforeEach(() => void resultOf(office.submit([step([lawyer]), step([head]), step([accountant, signer])])));
  const toLast = (): void => {
    resultOf(office.say(lawyer));
    resultOf(office.say(head));
  };

  test('a return to the author ends the round; a new one begins with nothing decided', () => {
    resultOf(office.say(lawyer));
    resultOf(office.say(head, 'return'));
    expect(state()).toBe('returned');
    expect(office.asked().flatMap((one) => Object.values(one))).toEqual(['done', 'closed', 'closed', 'closed']);
    expect(office.get('document', deal).state).toBe('draft');
    resultOf(office.submit([step([lawyer])]));
    expect(office.round()).toMatchObject({ round: 2, state: 'running', versionNumber: 1 });
    expect(office.asked()).toEqual([{ [lawyer]: 'active' }]);
  });

  test('a return to a chosen step: from there on everything is asked again', () => {
    toLast();
    resultOf(office.say(accountant));
    resultOf(office.say(signer, 'return', { toStep: 1 }));
    expect(state()).toBe('running');
    expect(office.asked()).toEqual([
      { [lawyer]: 'done' },
      { [head]: 'active' },
      { [accountant]: 'waiting', [signer]: 'waiting' },
    ]);
    expect(office.all('decision').filter((one) => one.state === 'superseded')).toHaveLength(3);
    resultOf(office.say(head));
    resultOf(office.say(accountant));
    resultOf(office.say(signer));
    expect(state()).toBe('approved');
  });

  test('a return to one’s own step or a later one goes to the author', () => {
    toLast();
    resultOf(office.say(signer, 'return', { toStep: 2 }));
    expect(state()).toBe('returned');
  });

  test('a rejection refuses the document', () => {
    resultOf(office.say(lawyer, 'reject'));
    expect(state()).toBe('rejected');
    expect(office.get('document', deal).state).toBe('refused');
    expect(codeOf(office.say(head, 'approve', { where: 'device' }))).toBe('NOT_RUNNING');
    expect(office.decision(office.say(head)).state).toBe('late');
  });

  test.each(['return', 'reject'] as const)('%s without a reason is refused', (verdict) => {
    expect(codeOf(office.say(lawyer, verdict, { comment: '  ' }))).toBe('REASON_NEEDED');
  });

  test('on an earlier text it does nothing until that text comes back', () => {
    const seen = office.hash();
    resultOf(office.edit({ amount: 5 }));
    resultOf(office.say(lawyer, 'return', { hash: seen }));
    expect(state()).toBe('running');
    resultOf(office.edit({ amount: 100_000 }));
    expect(state()).toBe('returned');
    expect(office.round()).toMatchObject({ hash: seen, versionNumber: 1 });
  });

  test('two decisions cross: the second comes late and changes nothing', () => {
    resultOf(office.say(lawyer, 'reject', { at: 10 }));
    const late = office.decision(office.say(lawyer, 'approve', { at: 11 }));
    expect(late.state).toBe('late');
    expect(state()).toBe('rejected');
  });
});

describe('who may decide, and with what', () => {
  beforeEach(() => void resultOf(office.submit([step([lawyer]), step([signer], { kind: 'sign' })])));

  test('nobody in another’s place, and nobody who does not see the paper', () => {
    expect(codeOf(office.say(accountant, 'approve', { of: lawyer }))).toBe('NOT_YOUR_TURN');
    expect(codeOf(office.say(office.outsider(), 'approve', { of: lawyer }))).toBe('NOT_FOUND');
  });

  test('a task of another paper, a marked-up copy of another paper', () => {
    office.put('document', { ...office.get('document', deal), id: rowId(4, 12), approvalId: null });
    const order = { documentId: rowId(4, 12), taskId: office.task(lawyer).id, verdict: 'approve', comment: null };
    const seen = { attachmentId: null, hash: office.hash(), hashSpec: 1, versionNumber: 1, toStep: null };
    expect(codeOf(office.run('decision.make', { ...order, ...seen }, { as: lawyer }))).toBe('NOT_FOUND');
    office.put('attachment', { ...office.get('attachment', text), id: rowId(6, 12), documentId: rowId(4, 12) });
    const marked = { ...order, ...seen, documentId: deal, attachmentId: rowId(6, 12) };
    expect(codeOf(office.run('decision.make', marked, { as: lawyer }))).toBe('NOT_FOUND');
  });

  const stop = () => office.put('counterparty', { ...counterpartyRow(party), stopReason: 'Не платит' });
  const demand = (days: number | null) =>
    office.run('organization.update', {
      id: rowId(0, 1),
      patch: { policies: { checkBeforeSigning: days, approvalBeforeSigning: false } },
      base: { policies: office.get('organization', rowId(0, 1)).policies ?? null },
    });
  const check = (checkedOn: string, given: object = {}) =>
    office.run('counterparty_check.add', {
      counterpartyId: party,
      source: 'ЕГРЮЛ',
      checkedOn,
      validUntil: null,
      result: 'clear',
      comment: null,
      ...given,
    });
  const signing = { at: Date.UTC(2026, 4, 28, 9) };

  test('nothing is signed with a company on the stop list; it may be approved and returned', () => {
    stop();
    resultOf(office.say(lawyer));
    expect(codeOf(office.say(signer))).toBe('STOP_LISTED');
    resultOf(office.say(signer, 'return'));
    expect(state()).toBe('returned');
  });

  test('a signature on an earlier text does not slip past the stop list either', () => {
    const seen = office.hash();
    resultOf(office.say(lawyer));
    resultOf(office.edit({ amount: 5 }));
    stop();
    expect(codeOf(office.say(signer, 'approve', { hash: seen }))).toBe('STOP_LISTED');
  });

  test.each<[string, number | null, () => unknown, string | null]>([
    ['no policy: no check is needed', null, () => null, null],
    ['a policy and no check', 30, () => null, 'CHECK_REQUIRED'],
    ['a check of thirty days ago', 30, () => check('2026-04-28'), null],
    ['a check of thirty-one days ago', 30, () => check('2026-04-27'), 'CHECK_REQUIRED'],
    ['a check that has run out', 30, () => check('2026-05-20', { validUntil: '2026-05-27' }), 'CHECK_REQUIRED'],
    ['a check that says no', 30, () => check('2026-05-20', { result: 'refused' }), 'CHECK_REQUIRED'],
    ['an older one written down later', 30, () => [check('2026-05-20'), check('2026-01-01')], null],
  ])('%s', (_case, days, prepare, code) => {
    resultOf(demand(days));
    prepare();
    resultOf(office.say(lawyer));
    const outcome = office.say(signer, 'approve', signing);
    if (code) expect(codeOf(outcome)).toBe(code);
    else expect(outcome.ok).toBe(true);
  });
});

describe('what is locked', () => {
  beforeEach(() => {
    resultOf(office.submit([step([lawyer]), step([signer], { kind: 'sign' })]));
    resultOf(office.say(lawyer));
  });

  test('the state of a document in approval belongs to its round', () => {
    expect(codeOf(office.edit({ state: 'done' }))).toBe('IN_APPROVAL');
    resultOf(office.edit({ note: 'можно' }));
  });

  test('after the signature the text and its files; scans and notes may still come', () => {
    resultOf(office.say(signer));
    expect(codeOf(office.edit({ amount: 5 }))).toBe('APPROVED_LOCKED');
    expect(codeOf(addFile())).toBe('APPROVED_LOCKED');
    expect(codeOf(newVersion('e'))).toBe('APPROVED_LOCKED');
    expect(codeOf(office.run('attachment.remove', { id: text, documentId: deal }, { as: author }))).toBe(
      'APPROVED_LOCKED',
    );
    resultOf(addFile('scan'));
    resultOf(office.edit({ note: 'можно', number: '15' }));
    expect(office.inForce()).toHaveLength(2);
  });
});

test('a round that has come before the file it speaks of is not decided: nobody has read that file here', () => {
  const office = new Office();
  resultOf(office.submit([step([lawyer])]));
  const ahead = 'f'.repeat(64);
  office.put('approval', { ...office.round(), hash: ahead });
  expect(codeOf(office.say(lawyer, 'approve', { where: 'device', hash: ahead }))).toBe('STALE_VERSION');
});
