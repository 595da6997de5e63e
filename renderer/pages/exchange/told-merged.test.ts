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
    { field: 'dueDate', from: '2026-05-14', to: '2026-05-15', ...by },
    { field: 'dueDate', from: '2026-05-01', to: '2026-05-14', ...by },
    { field: 'labels', from: [], to: ['б'], ...by },
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
    { field: 'amount', from: 1, to: 3, ...by },
    { field: 'verdict', from: null, to: 'approve', ...by },
    { field: 'receivedAt', from: null, to: 1, ...by },
  ];
  expect(toldMerged({ ...conflict, merged: [] }, facts({ meanwhile }))).toEqual([]);
  expect(toldMerged(conflict, undefined).map((one) => one.field)).toEqual(['labels', 'note']);
});

test('names what gave way: what the centre had meanwhile and who wrote it, else what the author had seen', () => {
  const entered = [
    { field: 'note', from: 'прежнее', to: 'моё' },
    { field: 'responsibleId', from: 'валеев', to: 'крылова' },
    { field: 'number', from: null, to: '7' },
  ];
  const meanwhile = [
    { field: 'note', from: 'прежнее', to: 'их', ...by },
    { field: 'dueDate', from: '2026-05-14', to: '2026-05-15', ...by },
    { field: 'dueDate', from: '2026-05-01', to: '2026-05-14', ...by },
  ];
  const told = toldMerged({ ...conflict, merged: [{ field: 'note', value: 'моё' }] }, facts({ entered, meanwhile }));
  expect(told.map(({ field, instead }) => [field, instead])).toEqual([
    ['note', { value: 'их', by: 'Павел Юдин' }],
    ['responsibleId', { value: 'валеев', by: null }],
    ['number', undefined],
    ['dueDate', { value: '2026-05-01', by: null }],
  ]);
});
