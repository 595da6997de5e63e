import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  documentRow,
  employeeRow,
  home,
  idAt,
  person,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';
import { blankField, type Form, type FormField } from '#shared/domain/form/form.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const [trip, claim, draft, old] = [40, 41, 42, 43].map(idAt) as [string, string, string, string];
const formOf = (...fields: FormField[]): Form => ({ sections: [{ key: 'main', title: '', hint: null, fields }] });
const first = formOf(blankField('city', 'text', 'Город'), blankField('way', 'choice', 'Чем', { options: ['Поезд'] }));
const second = formOf(
  blankField('city', 'text', 'Куда'),
  blankField('way', 'choice', 'Чем', { options: ['Самолёт'] }),
  blankField('days', 'number', 'Дней'),
  blankField('rate', 'money', 'Суточные'),
  blankField('total', 'calculated', 'Итого', {
    formula: { type: 'product', of: [{ field: 'days' }, { field: 'rate' }], as: 'money' },
  }),
  blankField('route', 'table', 'Маршрут'),
);

const kindRow = (id: string, given: Partial<RowOf<'document_kind'>>): RowOf<'document_kind'> => ({
  ...{ id, key: `k${id.slice(-2)}`, base: 'memo', label: 'Вид', labelEn: null, icon: 'file', position: 1 },
  ...{ publishedVersion: 1, publishedAt: 1, draft: null, authorId: person, createdAt: 1, archivedAt: null },
  ...given,
});
const versionRow = (n: number, kindId: string, number: number, form: Form): RowOf<'document_kind_version'> => ({
  ...{ id: idAt(50 + n), kindId, number, form, authorId: person, publishedAt: number, note: '' },
});

let office: SmallOffice;
beforeAll(() => {
  office = new SmallOffice();
  office.put('employee', employeeRow(person, 'Крылова Ольга'));
  office.put('document_kind', kindRow(trip, { label: 'Командировка', position: 2, publishedVersion: 2 }));
  office.put('document_kind', kindRow(claim, { label: 'Рекламация', base: 'custom' }));
  office.put('document_kind', kindRow(draft, { label: 'Новый', publishedVersion: 0, draft: first }));
  office.put('document_kind', kindRow(old, { label: 'Старый', archivedAt: 5 }));
  office.put('document_kind_version', versionRow(0, trip, 1, first));
  office.put('document_kind_version', versionRow(1, trip, 2, second));
  office.put('document_kind_version', versionRow(2, claim, 1, formOf(blankField('city', 'text', 'Откуда'))));
  office.put('document_kind_version', versionRow(3, old, 1, formOf(blankField('gone', 'text', 'Бывшее'))));
  office.put('field_definition', {
    ...{ id: idAt(60), kinds: ['contract'], key: 'site', label: 'Площадка', type: 'choice', required: false },
    ...{ options: ['А'], version: 1, position: 1, archivedAt: null },
  });
  const filled = { kindId: trip, kindVersionId: idAt(50) };
  office.put('document', documentRow(1, { ...filled, kind: 'memo', custom: { city: 'Уфа', way: 'Поезд' } }));
  office.put('document', documentRow(2, { kind: 'contract', custom: { site: 'А' } }));
});
afterAll(() => office.close());

describe('kind.list', () => {
  it('offers published kinds in their order with the version in force', () => {
    const kinds = office.query('kind.list', {});
    expect(kinds.map((one) => [one.label, one.number, one.versionId])).toEqual([
      ['Рекламация', 1, idAt(52)],
      ['Командировка', 2, idAt(51)],
    ]);
  });
});

describe('kind.version', () => {
  it('is the one a document was filled in under, of a kind put away too', () => {
    expect(office.query('kind.version', { versionId: idAt(50) })).toMatchObject({ number: 1, form: first });
    expect(office.query('kind.version', { versionId: idAt(53) })?.kind.archivedAt).toBe(5);
    expect(office.query('kind.version', { versionId: idAt(59) })).toBeNull();
  });
});

describe('kind.setup', () => {
  it('shows every kind with its versions and the documents under each', () => {
    const setup = office.query('kind.setup', {});
    expect(setup.map(({ row }) => row.label)).toEqual(['Новый', 'Рекламация', 'Старый', 'Командировка']);
    expect(setup[0]).toMatchObject({ form: null, versions: [] });
    expect(setup[3]?.versions).toMatchObject([
      { number: 2, documents: 0, authorName: 'Крылова Ольга' },
      { number: 1, documents: 1 },
    ]);
  });
});

describe('kind.fields', () => {
  it('names every field once, by its newest version, with the options of all and whether it is filled in', () => {
    const fields = new Map(office.query('kind.fields', {}).map((one) => [one.key, one]));
    expect(fields.get('city')).toMatchObject({ label: 'Куда', kindIds: [trip, claim], isFilled: true });
    expect(fields.get('way')).toMatchObject({ options: ['Самолёт', 'Поезд'], kindIds: [trip] });
    expect(fields.get('total')).toMatchObject({ type: 'money' });
    expect(fields.get('site')).toMatchObject({ type: 'choice', kindIds: [], isFilled: true });
    expect(fields.has('route')).toBe(false);
    expect(fields.get('gone')).toMatchObject({ isFilled: false });
  });
});

describe('document.readers', () => {
  const [colleague, everywhere, away, blocked] = [80, 81, 82, 83].map(idAt) as [string, string, string, string];
  beforeAll(() => {
    const staff = (id: string, fullName: string, given: Partial<RowOf<'employee'>>) =>
      office.put('employee', { ...employeeRow(id, fullName), branchAccess: [], ...given });
    office.put('branch', {
      ...{ id: home, code: 'М', name: 'Москва', city: 'Москва', zone: 'Europe/Moscow' },
      ...{ offsets: [{ from: null, minutes: 180 }], position: 1 },
    });
    staff(person, 'Крылова Ольга', {});
    staff(colleague, 'Абрамов Пётр', {});
    staff(everywhere, 'Яковлев Юрий', { branchId: idAt(90), branchAccess: null });
    staff(away, 'Белов Борис', { branchId: idAt(90) });
    staff(blocked, 'Галкин Глеб', { state: 'blocked' });
  });
  const readers = (given: Partial<RowOf<'document'>>) => {
    office.put('document', documentRow(9, given));
    const found = office.query('document.readers', { id: documentRow(9).id });
    return Object.fromEntries((found?.people ?? []).map((one) => [one.employeeId, one.reasons]));
  };

  it('are those of the branch, whoever sees all branches, and those named in it', () => {
    expect(readers({ responsibleId: away, readers: [away] })).toEqual({
      [colleague]: ['branch'],
      [person]: ['author', 'branch'],
      [everywhere]: ['everybranch'],
      [away]: ['responsible', 'reader'],
    });
  });

  it('of a confidential one only those named in it', () => {
    expect(readers({ isConfidential: true, participants: [everywhere] })).toEqual({
      [person]: ['author'],
      [everywhere]: ['participant'],
    });
  });

  it('come by name; a template is for everybody, a paper that is not here for nobody', () => {
    office.put('document', documentRow(9, {}));
    const found = office.query('document.readers', { id: documentRow(9).id });
    expect(found?.people.map((one) => one.fullName)).toEqual(['Абрамов Пётр', 'Крылова Ольга', 'Яковлев Юрий']);
    office.put('document', documentRow(9, { kind: 'template' }));
    expect(office.query('document.readers', { id: documentRow(9).id })?.rule).toBe('everybody');
    expect(office.query('document.readers', { id: idAt(77_777) })).toBeNull();
  });
});
