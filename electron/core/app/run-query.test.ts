import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  documentRow,
  employeeRow,
  home,
  idAt,
  person,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';
import { runQuery } from '#electron/core/app/run-query.ts';
import { Refusal } from '#shared/domain/error.ts';

describe('runQuery', () => {
  let office: SmallOffice;
  beforeAll(() => {
    office = new SmallOffice();
  });
  afterAll(() => office.close());

  const refused = (name: string, args: unknown) => {
    try {
      runQuery(office.reader, name, args, office.deps);
    } catch (error) {
      if (error instanceof Refusal) return [error.code, error.details];
      throw error;
    }
    return null;
  };

  it('refuses names and arguments it does not know, and says which', () => {
    expect(refused('document.destroy', {})).toEqual(['BAD_INPUT', { query: 'document.destroy' }]);
    expect(refused('constructor', {})?.[0]).toBe('BAD_INPUT');
    expect(refused('document.card', { id: 7 })).toEqual(['BAD_INPUT', { query: 'document.card', fields: ['id'] }]);
    const sort = { column: 'date; DROP TABLE document', direction: 'asc' };
    const list = { filter: {}, sort, start: 0, end: 10 };
    expect(refused('document.list', list)?.[1]).toEqual({ query: 'document.list', fields: ['sort.column'] });
    expect(refused('document.list', null)?.[0]).toBe('BAD_INPUT');
  });

  it('gives the small tables in the order in which they are shown', () => {
    const nothing = { organization: null, branches: [], employees: [], departments: [], labels: [] };
    expect(office.query('directory', {})).toEqual(nothing);
    for (const [n, name] of ['Жуков', 'Ёлкина', 'Елисеев'].entries())
      office.put('employee', employeeRow(idAt(n + 9), name));
    const branch = { city: 'Томск', zone: 'Asia/Tomsk', offsets: [] };
    office.put('branch', { ...branch, id: home, code: 'Б', name: 'Второй', position: 2 });
    office.put('branch', { ...branch, id: idAt(3), code: 'А', name: 'Первый', position: 1 });
    office.put('document', documentRow(1, { labels: ['срочно', "O'Brien"] }));
    office.put('document', documentRow(2, { labels: ['срочно'] }));
    const answer = office.query('directory', {});
    expect(answer.employees.map((one) => one.fullName)).toEqual(['Елисеев', 'Ёлкина', 'Жуков']);
    expect(answer.branches.map((one) => one.name)).toEqual(['Первый', 'Второй']);
    expect(answer.labels).toEqual(['срочно', "O'Brien"]);
  });

  it("gives the person's own views of the page in their order, then those that colleagues share", () => {
    const view = { page: 'documents', name: '', settings: { filter: {} }, audience: null };
    const own = [
      { ...view, id: idAt(70), ownerId: person, position: 2 },
      { ...view, id: idAt(71), ownerId: person, position: 1 },
    ];
    for (const row of own) office.put('saved_view', row);
    office.put('saved_view', { ...view, id: idAt(72), ownerId: idAt(8), position: 0 });
    office.put('saved_view', { ...view, id: idAt(73), ownerId: person, page: 'counterparties', position: 0 });
    const shared = { ...view, id: idAt(74), ownerId: idAt(8), position: 0, audience: 'organization' };
    office.put('saved_view', shared);
    expect(office.query('view.list', { page: 'documents' })).toEqual([...own.reverse(), shared]);
  });

  it('cannot write', () => {
    expect(() => office.reader.exec('DELETE FROM document')).toThrow(/readonly/);
  });
});
