import { expect, test } from 'vitest';
import { toldMerged } from '#renderer/pages/exchange/told-merged.ts';
import type { ConflictFacts } from '#shared/queries/exchange.ts';

const facts = (given: Partial<ConflictFacts>): ConflictFacts => ({
  ...{ standing: null, entered: [], meanwhile: [], theirs: {}, receivedAt: null, names: {} },
  ...given,
});
const conflict = {
  objectEntity: 'document',
  fields: [{ field: 'amount', base: 1, mine: 2, theirs: 3 }],
  merged: [
    { field: 'labels', value: ['а', 'б'] },
    { field: 'note', value: 'моё' },
  ],
};
const by = { actorName: 'Павел Юдин', deviceName: null, at: 5 };

test('each field is told once with whose word it is: of both, of the author, of the centre', () => {
  const entered = ['labels', 'note', 'responsibleId'].map((field) => ({ field, from: null, to: field }));
  const meanwhile = [
    { field: 'dueDate', to: '2026-05-15', ...by },
    { field: 'dueDate', to: '2026-05-14', ...by },
    { field: 'labels', to: ['б'], ...by },
  ];
  expect(
    toldMerged(conflict, facts({ entered, meanwhile })).map(({ field, value, source }) => [field, value, source]),
  ).toEqual([
    ['labels', ['а', 'б'], 'both'],
    ['note', 'моё', 'author'],
    ['responsibleId', 'responsibleId', 'author'],
    ['dueDate', '2026-05-15', 'centre'],
  ]);
});

test('what is asked about, and what is no field of the record, came together by nobody', () => {
  const meanwhile = [
    { field: 'amount', to: 3, ...by },
    { field: 'verdict', to: 'approve', ...by },
    { field: 'receivedAt', to: 1, ...by },
  ];
  expect(toldMerged({ ...conflict, merged: [] }, facts({ meanwhile }))).toEqual([]);
  expect(toldMerged(conflict, undefined).map((one) => one.field)).toEqual(['labels', 'note']);
});
