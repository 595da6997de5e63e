import { beforeEach, describe, expect, test } from 'vitest';
import type { ArgsOf } from '#shared/commands/registry.ts';
import { counterpartyForm } from '#tests/fixtures/kernel/forms.ts';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { clerk, counterpartyRow, director, otherInn, rowId } from '#tests/fixtures/kernel/rows.ts';

const party = rowId(3, 1);
let rows: MemoryRows;

beforeEach(() => {
  rows = new MemoryRows();
  rows.put('counterparty', counterpartyRow(party));
});

const create = (given: Partial<ArgsOf<'counterparty.create'>> = {}) => {
  const { id } = resultOf<{ id: string }>(rows.run('counterparty.create', counterpartyForm(given), { as: clerk }));
  return rows.get('counterparty', id);
};

describe('counterparty.create', () => {
  test('a new company stands with its author', () => {
    expect(create({ inn: otherInn })).toMatchObject({ possibleDuplicateOf: null, authorId: clerk, archivedAt: null });
  });

  test('the same ИНН and КПП is never refused: it is marked as a possible duplicate of the oldest', () => {
    const second = create();
    expect(second.possibleDuplicateOf).toBe(party);
    expect(create({ name: 'И ещё раз' }).possibleDuplicateOf).toBe(party);
  });

  test('another КПП is another office of the company, no duplicate; for a person only the ИНН counts', () => {
    expect(create({ kpp: '540501001' }).possibleDuplicateOf).toBeNull();
    const person = create({ kind: 'entrepreneur', inn: '500100732259', kpp: null });
    const again = create({ kind: 'entrepreneur', inn: '500100732259', kpp: '773601001' });
    expect(again.possibleDuplicateOf).toBe(person.id);
  });

  test('without an ИНН nothing can be told', () => {
    create({ inn: null, kpp: null });
    expect(create({ inn: null, kpp: null }).possibleDuplicateOf).toBeNull();
  });

  test.each<[string, Partial<ArgsOf<'counterparty.create'>>, string]>([
    ['an ИНН with a wrong check digit', { inn: '7707083894' }, 'BAD_REQUISITE'],
    ['an ИНН of nine digits', { inn: '770708389' }, 'BAD_REQUISITE'],
    ['a КПП with letters in the wrong place', { kpp: 'ABC' }, 'BAD_REQUISITE'],
    ['an ОГРН with a wrong check digit', { ogrn: '1027700132196' }, 'BAD_REQUISITE'],
    ['an empty name', { name: '   ' }, 'BAD_INPUT'],
    ['a name of 301 characters', { name: 'я'.repeat(301) }, 'TOO_LONG'],
    ['an ИНН longer than any', { inn: '1'.repeat(13) }, 'TOO_LONG'],
    ['a kind that does not exist', { kind: 'ghost' as never }, 'BAD_INPUT'],
  ])('%s is refused', (_case, given, code) => {
    expect(codeOf(rows.run('counterparty.create', counterpartyForm(given)))).toBe(code);
    expect(rows.all('counterparty')).toHaveLength(1);
  });

  test('the refusal names the field and the reason', () => {
    const outcome = rows.run('counterparty.create', counterpartyForm({ inn: '7707083894' }));
    expect(outcome).toMatchObject({ details: { field: 'inn', reason: 'INN_CHECK_DIGIT' } });
  });
});

describe('counterparty.update', () => {
  const update = (patch: object, base: object, as = director) =>
    rows.run('counterparty.update', { id: party, patch, base }, { as });

  test('phones: the later one stands; names: the desk asks', () => {
    resultOf(update({ name: 'Сибтех', phone: '1' }, { name: 'Сибирские технологии', phone: null }));
    const { conflict } = resultOf<{ conflict: string }>(
      update({ name: 'СТ', phone: '2' }, { name: 'Сибирские технологии', phone: null }, clerk),
    );
    expect(rows.get('counterparty', party)).toMatchObject({ name: 'Сибтех', phone: '2' });
    expect(rows.get('conflict', conflict)).toMatchObject({
      objectEntity: 'counterparty',
      theirsById: director,
      fields: [{ field: 'name', base: 'Сибирские технологии', mine: 'СТ', theirs: 'Сибтех' }],
      merged: [{ field: 'phone', value: '2' }],
    });
  });

  test.each([
    ['a bad ИНН', { inn: '7707083894' }, 'BAD_REQUISITE'],
    ['an empty name', { name: '' }, 'BAD_INPUT'],
    ['too long a note', { note: 'я'.repeat(10_001) }, 'TOO_LONG'],
  ])('%s is refused', (_case, patch, code) => {
    expect(codeOf(update(patch, {}))).toBe(code);
  });

  test('archived meanwhile: refused; not there: refused', () => {
    resultOf(rows.run('counterparty.archive', { id: party }));
    expect(codeOf(update({ phone: '1' }, { phone: null }, clerk))).toBe('ARCHIVED');
    expect(codeOf(rows.run('counterparty.update', { id: rowId(3, 9), patch: {}, base: {} }))).toBe('NOT_FOUND');
  });
});

describe('counterparty.archive and counterparty.restore', () => {
  test('there and back; twice is once', () => {
    resultOf(rows.run('counterparty.archive', { id: party }, { at: 9 }));
    expect(rows.run('counterparty.archive', { id: party }, { at: 10 })).toMatchObject({ ok: true, changes: [] });
    expect(rows.get('counterparty', party).archivedAt).toBe(9);
    resultOf(rows.run('counterparty.restore', { id: party }));
    expect(rows.run('counterparty.restore', { id: party })).toMatchObject({ ok: true, changes: [] });
    expect(rows.get('counterparty', party).archivedAt).toBeNull();
    expect(rows.all('history').map((line) => line.action)).toEqual(['counterparty.archive', 'counterparty.restore']);
  });

  test.each(['counterparty.archive', 'counterparty.restore'] as const)('%s of nothing is refused', (name) => {
    expect(codeOf(rows.run(name, { id: rowId(3, 9) }))).toBe('NOT_FOUND');
    expect(codeOf(rows.run(name, { id: rowId(3, 9) }, { where: 'device' }))).toBe('NOT_HERE');
  });
});
