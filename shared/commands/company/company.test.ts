import { beforeEach, describe, expect, test } from 'vitest';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { accountant, author, deal, head, lawyer, management, Office, sales } from '#tests/fixtures/kernel/office.ts';
import { clerk, director, moscow, rowId, stranger } from '#tests/fixtures/kernel/rows.ts';

let office: Office;
beforeEach(() => {
  office = new Office();
});

describe('fields of the company’s own', () => {
  const define = (given: object = {}) =>
    office.run('field_definition.create', {
      kinds: ['contract'],
      key: 'object',
      label: 'Объект',
      type: 'text',
      required: false,
      options: [],
      position: 1,
      ...given,
    });
  const create = (custom: object, kind = 'contract') =>
    office.run('document.create', documentForm({ kind: kind as 'contract', custom } as never));

  test.each<[string, object, unknown, boolean]>([
    ['text', { type: 'text' }, 'Склад', true],
    ['text', { type: 'text' }, 5, false],
    ['text', { type: 'text' }, 'я'.repeat(4_001), false],
    ['number', { type: 'number' }, 1.5, true],
    ['number', { type: 'number' }, '1', false],
    ['money', { type: 'money' }, 150, true],
    ['money', { type: 'money' }, 1.5, false],
    ['date', { type: 'date' }, '2026-05-01', true],
    ['date', { type: 'date' }, '2026-13-01', false],
    ['flag', { type: 'flag' }, true, true],
    ['flag', { type: 'flag' }, 'да', false],
    ['choice', { type: 'choice', options: ['а'] }, 'а', true],
    ['choice', { type: 'choice', options: ['а'] }, 'б', false],
    ['nothing', { type: 'text' }, null, true],
    ['nothing in a required one', { required: true }, '', false],
  ])('%s %j takes %j: %s', (_case, given, value, fits) => {
    resultOf(define(given));
    const outcome = create({ object: value });
    if (fits) expect(outcome.ok).toBe(true);
    else expect(outcome).toMatchObject({ code: 'BAD_INPUT', details: { field: 'custom.object' } });
  });

  test('a field of another kind of paper asks nothing, and one that is put away neither', () => {
    const { id } = resultOf<{ id: string }>(define({ required: true }));
    resultOf(create({}, 'memo'));
    expect(codeOf(create({}))).toBe('BAD_INPUT');
    resultOf(office.run('field_definition.archive', { id, archived: true }));
    resultOf(create({ object: 5 }));
  });

  test('a field comes back unless another has its key meanwhile', () => {
    const archive = (id: string, archived: boolean) => office.run('field_definition.archive', { id, archived });
    const { id } = resultOf<{ id: string }>(define());
    resultOf(archive(id, true));
    const { id: other } = resultOf<{ id: string }>(define());
    expect(codeOf(archive(id, false))).toBe('ALREADY_EXISTS');
    resultOf(archive(other, true));
    resultOf(archive(id, false));
  });

  test('values are part of what is approved', () => {
    resultOf(define());
    const before = office.hash();
    resultOf(office.edit({ custom: { object: 'Склад' } }));
    expect(office.hash()).not.toBe(before);
    expect(codeOf(office.edit({ custom: { object: 5 } }))).toBe('BAD_INPUT');
  });

  test('a key is given once', () => {
    resultOf(define());
    expect(codeOf(define())).toBe('ALREADY_EXISTS');
    expect(codeOf(define({ key: 'Not A Key' }))).toBe('BAD_INPUT');
  });
});

describe('mentions', () => {
  const write = (text: string, as = author) =>
    office.run('comment.add', { objectEntity: 'document', objectId: deal, text }, { as });

  test('let the people they call see the paper', () => {
    expect(codeOf(write('Можно?', stranger))).toBe('NOT_FOUND');
    const { login } = office.get('employee', stranger);
    const { id } = resultOf<{ id: string }>(write(`Посмотрите, @${login.toUpperCase()}, и (@${login}) снова.`));
    expect(office.get('comment', id).mentions).toEqual([stranger]);
    resultOf(write('Спасибо', stranger));
  });

  test('call nobody who is not there, and no address of a letter', () => {
    const { login } = office.get('employee', stranger);
    const { id } = resultOf<{ id: string }>(write(`@nobody pochta@${login}`));
    expect(office.get('comment', id).mentions).toEqual([]);
    expect(codeOf(write('Можно?', stranger))).toBe('NOT_FOUND');
  });
});

describe('the structure of the company', () => {
  const department = (given: object = {}) =>
    office.run('department.create', { name: 'Склад', branchId: moscow, headId: null, parentId: null, ...given });

  test('a department stands in a branch, under a head and another department that exist', () => {
    resultOf(department({ headId: head, parentId: sales }));
    for (const wrong of [{ branchId: rowId(1, 99) }, { headId: rowId(2, 99) }, { parentId: rowId(16, 99) }])
      expect(codeOf(department(wrong))).toBe('NOT_FOUND');
  });

  test('never above itself', () => {
    const edit = { id: management, patch: { parentId: sales }, base: { parentId: null } };
    expect(codeOf(office.run('department.update', edit))).toBe('BAD_INPUT');
  });

  test('a login belongs to one person', () => {
    const login = office.get('employee', clerk).login;
    const edit = { id: lawyer, patch: { login }, base: { login: office.get('employee', lawyer).login } };
    expect(codeOf(office.run('employee.update', edit))).toBe('ALREADY_EXISTS');
  });

  test('two administrators change one employee: the same field is asked, others are written, all of it in the history', () => {
    const { position } = office.get('employee', accountant);
    const update = (patch: object) =>
      office.run('employee.update', { id: accountant, patch, base: { position, phone: null } });
    resultOf(update({ position: 'Главный бухгалтер' }));
    expect(resultOf<{ conflict: string }>(update({ position: 'Кассир', phone: '1' })).conflict).not.toBeNull();
    expect(office.get('employee', accountant)).toMatchObject({ position: 'Главный бухгалтер', phone: '1' });
    const told = office.all('history').map((one) => one.action);
    expect(told.filter((one) => one === 'employee.update')).toHaveLength(2);
    expect(told.filter((one) => one === 'conflict.open')).toHaveLength(1);
  });

  test('an employee is blocked, never put away', () => {
    resultOf(office.run('employee.update', { id: clerk, patch: { state: 'blocked' }, base: { state: 'active' } }));
    expect(codeOf(office.run('document.create', documentForm(), { as: clerk }))).toBe('BLOCKED');
  });

  test('a route has its own keys, and a number for a quorum', () => {
    const step = { key: 'a', name: '', kind: 'approve', mode: 'all', quorum: null, conditions: [] };
    const rest = { members: [{ type: 'head' }], deadlineMinutes: null, escalateTo: null };
    const route = (steps: object[]) =>
      office.run('approval_route.create', { name: 'Счёт', conditions: [], steps, active: true, position: 1 });
    resultOf(route([{ ...step, ...rest }]));
    expect(
      codeOf(
        route([
          { ...step, ...rest },
          { ...step, ...rest },
        ]),
      ),
    ).toBe('BAD_INPUT');
    expect(codeOf(route([{ ...step, ...rest, mode: 'quorum' }]))).toBe('BAD_INPUT');
    expect(codeOf(route([]))).toBe('BAD_INPUT');
  });

  test('a calendar is put in the place of the one before', () => {
    const save = (date: string) =>
      office.run('working_calendar.save', { year: 2026, days: [{ date, kind: 'holiday' }], source: null });
    const first = resultOf<{ id: string }>(save('2026-06-12'));
    expect(resultOf(save('2026-11-04'))).toEqual(first);
    expect(office.get('working_calendar', first.id).days).toEqual([{ date: '2026-11-04', kind: 'holiday' }]);
  });

  test('what is put off is one’s own, and comes back', () => {
    const item = `approval_task/${rowId(23, 1)}`;
    const snooze = (until: number | null, as: string) => office.run('work.snooze', { items: [item], until }, { as });
    resultOf(snooze(10, clerk));
    resultOf(snooze(20, clerk));
    resultOf(snooze(30, director));
    expect(office.all('snooze').map((one) => [one.ownerId, one.until])).toEqual([
      [clerk, 20],
      [director, 30],
    ]);
    resultOf(office.run('work.wake', { items: [item] }, { as: clerk }));
    expect(office.all('snooze').map((one) => one.ownerId)).toEqual([director]);
    expect(codeOf(office.run('work.snooze', { items: ['../x'], until: null }))).toBe('BAD_INPUT');
  });
});
