import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  accountant,
  away,
  boss,
  ContractOffice,
  day,
  deputy,
  lawyer,
  minute,
  morning,
  step,
} from '#electron/core/app/queries/fixture/contract-office.ts';
import { counterpartyRow, home, idAt, person } from '#electron/core/app/queries/fixture/small-office.ts';

describe('questions about the company', () => {
  let office: ContractOffice;
  beforeEach(() => {
    office = new ContractOffice();
  });
  afterEach(() => office.close());

  it('gives administrators everything, archived records included, and everybody the departments', () => {
    const department = { branchId: home, headId: null, parentId: null };
    const { id } = office.centre('department.create', { ...department, name: 'Юристы' }, boss) as { id: string };
    office.centre('department.create', { ...department, name: 'Бухгалтерия', headId: accountant }, boss);
    office.centre('department.archive', { id, archived: true }, boss);
    const route = { name: 'Общий', active: false, conditions: [], steps: [step('law', [lawyer])], position: 1 };
    office.centre('approval_route.create', route, boss);
    const setup = office.query('company.setup', {});
    expect(setup.organization?.name).toBe('Опора');
    expect(setup.branches.map((one) => one.id)).toEqual([home, away]);
    expect(setup.departments.map((one) => [one.name, one.archivedAt !== null])).toEqual([
      ['Бухгалтерия', false],
      ['Юристы', true],
    ]);
    expect(setup.employees.map((one) => one.fullName.split(' ')[0])).toEqual([
      'Бухарова',
      'Власов',
      'Дёмин',
      'Крылова',
      'Юрин',
    ]);
    expect(setup).toMatchObject({ routes: [{ name: 'Общий', active: false }], fields: [], calendars: [] });
    expect(office.query('directory', {}).departments.map((one) => one.name)).toEqual(['Бухгалтерия', 'Юристы']);
  });

  it('tells which substitution is now, by the day it is where the person is away', () => {
    const make = (employeeId: string, substituteId: string, from: string, to: string) =>
      office.centre(
        'substitution.create',
        { employeeId, substituteId, from, to, kinds: ['approval'], reason: null },
        boss,
      ) as { id: string };
    make(boss, deputy, '2026-11-18', '2026-11-18');
    make(boss, deputy, '2026-11-20', '2026-11-21');
    office.now += minute;
    make(accountant, lawyer, '2026-11-18', '2026-11-18');
    const { id } = make(accountant, person, '2026-11-24', '2026-11-25');
    office.centre('substitution.cancel', { id }, boss);
    const standing = (employeeId: string | null) =>
      office.query('substitution.list', { employeeId }).map((one) => [one.row.from, one.substituteName, one.standing]);
    // 23:30 in Novosibirsk is the next day in Vladivostok.
    office.now = Date.UTC(2026, 10, 18, 16, 30);
    expect(standing(null)).toEqual([
      ['2026-11-24', 'Крылова Анна Сергеевна', 'cancelled'],
      ['2026-11-20', 'Дёмин Павел Ильич', 'planned'],
      ['2026-11-18', 'Юрин Олег Петрович', 'past'],
      ['2026-11-18', 'Дёмин Павел Ильич', 'now'],
    ]);
    expect(standing(deputy)).toHaveLength(2);
    expect(standing(lawyer)).toHaveLength(1);
    expect(standing(person)).toHaveLength(1);
  });

  it('finds clauses by all the words given, in the order of the library', () => {
    const make = (category: string, title: string, text: string, position: number) =>
      office.centre('clause.create', { category, title, text, position }, lawyer) as { id: string };
    make('Ответственность', 'Пени', 'Пеня 0,1 % за каждый день', 1);
    make('Оплата', 'Отсрочка', 'Оплата в течение 10 дней', 2);
    make('Оплата', 'Аванс', 'Аванс 30 %', 1);
    const { id } = make('Оплата', 'Старая', 'Не применять', 3);
    office.centre('clause.archive', { id, archived: true }, lawyer);
    const titles = (text: string | null) => office.query('clause.list', { text }).map((one) => one.title);
    expect(titles(null)).toEqual(['Аванс', 'Отсрочка', 'Пени']);
    expect(titles('ОПЛАТА 10')).toEqual(['Отсрочка']);
    expect(titles('пеня оплата')).toEqual([]);
  });

  it('keeps templates out of the registers and counts, and under their own list with the newest file', () => {
    const party = counterpartyRow(1);
    office.put('counterparty', party);
    const id = office.contract({
      kind: 'template',
      subject: 'Шаблон поставки',
      counterpartyId: party.id,
      contractType: 'supply',
    });
    const contract = office.contract({ subject: 'Договор поставки', counterpartyId: party.id });
    const [file] = office.rows('attachment', id);
    const next = { name: 'Новый.docx', size: 1, mime: '', sha256: 'c'.repeat(64) };
    office.centre('attachment.add-version', { documentId: id, basedOnId: file?.id ?? '', file: next });
    expect(office.query('template.list', {})).toMatchObject([
      {
        documentId: id,
        title: 'Шаблон поставки',
        contractType: 'supply',
        attachment: { name: 'Новый.docx', version: 2 },
      },
    ]);
    office.index();
    const sort = { column: 'date', direction: 'desc' } as const;
    const list = (filter: object) => {
      const { total, sum, rows } = office.query('document.list', { filter, sort, start: 0, end: 9 });
      return [total, sum, ...rows.map((row) => row.id)];
    };
    expect(list({})).toEqual([1, 100_000_00, contract]);
    expect(list({ text: 'поставки' })).toEqual([1, 100_000_00, contract]);
    expect(list({ kinds: ['template'] })).toEqual([1, 100_000_00, id]);
    expect(
      office
        .query('search', { text: 'поставки', limit: 9 })
        .hits.map((one) => one.kind)
        .sort(),
    ).toEqual(['contract', 'template']);
    expect(office.query('counterparty.card', { id: party.id })?.documents).toBe(1);
    const parties = { filter: {}, sort: { column: 'name', direction: 'asc' }, start: 0, end: 9 } as const;
    expect(office.query('counterparty.list', parties).rows[0]?.documents).toBe(1);
  });

  it('shows versions of a file in the card of its document', () => {
    const id = office.contract();
    const [first] = office.rows('attachment', id);
    const version = (basedOnId: string, letter: string, note: string | null) =>
      (
        office.centre('attachment.add-version', {
          documentId: id,
          basedOnId,
          file: { name: `${letter}.docx`, size: 1, mime: '', sha256: letter.repeat(64) },
          note,
        }) as { id: string }
      ).id;
    const second = version(first?.id ?? '', 'a', 'Правки юриста');
    const third = version(first?.id ?? '', 'b', null);
    const files = () => office.query('document.card', { id })?.attachments ?? [];
    const shown = () =>
      files()
        .map((one) => [one.id, one.version, one.superseded, one.parallel, one.note] as const)
        .sort((one, other) => one[1] - other[1]);
    expect(shown()).toEqual([
      [first?.id, 1, true, false, null],
      [second, 2, true, false, 'Правки юриста'],
      [third, 3, false, true, null],
    ]);
    expect(files().every((one) => one.group === first?.id && one.purpose === 'text')).toBe(true);
    office.centre('attachment.remove', { documentId: id, id: third });
    expect(shown()[1]?.slice(2, 4)).toEqual([false, false]);
  });

  it('words the ids in the history of a contract, and who was called in its discussion', () => {
    const id = office.contract({ responsibleId: null });
    office.centre('approval.submit', { documentId: id, routeId: null, steps: [step('boss', [boss])], note: null });
    const [task] = office.rows('approval_task', id);
    office.now = morning + minute;
    const handed = { documentId: id, taskId: task?.id ?? '', employeeId: deputy, comment: '' };
    office.centre('approval.delegate', handed, boss);
    office.now = morning + day;
    const asked = { documentId: id, employeeIds: [lawyer, accountant], deadlineMinutes: null, note: null };
    office.centre('acknowledgement.request', asked);
    const [reading, delegated] = office.query('record.history', { entity: 'document', id });
    expect(reading?.changes).toMatchObject([{ toName: 'Юрин Олег Петрович, Бухарова Вера Ивановна' }]);
    expect(delegated?.changes).toMatchObject([{ fromName: 'Власов Игорь Олегович', toName: 'Дёмин Павел Ильич' }]);
    office.put('history', {
      id: idAt(70_000),
      objectEntity: 'document',
      objectId: id,
      action: 'approval.escalate',
      actorId: 'centre',
      deviceName: null,
      occurredAt: morning + 2 * day,
      receivedAt: morning + 2 * day,
      changes: [{ field: 'taskId', from: null, to: task?.id }],
    });
    expect(office.query('record.history', { entity: 'document', id })[0]).toMatchObject({
      actorId: 'centre',
      actorName: null,
      changes: [{ toName: 'Дёмин Павел Ильич' }],
    });
    office.centre('comment.add', { objectEntity: 'document', objectId: id, text: '@user1, глянь' });
    const [comment] = office.query('record.comments', { entity: 'document', id });
    expect(comment?.mentions).toEqual([{ id: lawyer, fullName: 'Юрин Олег Петрович' }]);
  });
});
