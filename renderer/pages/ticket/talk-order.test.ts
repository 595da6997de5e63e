import { expect, test } from 'vitest';
import { linesFor, talkEntries } from '#renderer/pages/ticket/talk-order.ts';
import type { TalkLine } from '#renderer/pages/ticket/ticket-facts.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

const minute = 60_000;
const base = { authorId: 'a', authorName: 'Чен Ольга', receivedAt: null, deviceName: null, pending: false };
const message = (id: string, at: number): TalkLine => ({
  ...base,
  id,
  type: 'message',
  text: id,
  fromDesk: false,
  occurredAt: at * minute,
});
const event = (id: string, at: number): TalkLine => ({
  ...base,
  id,
  type: 'event',
  kind: 'taken',
  data: {},
  names: {},
  occurredAt: at * minute,
});
const file = (id: string, at: number, authorName = 'Чен Ольга'): AttachmentInfo => ({
  ...{ id, name: `${id}.png`, size: 1, mime: 'image/png', sha256: '', verifiedAt: null, archivedAt: null },
  ...{
    place: 'here',
    group: id,
    version: 1,
    note: null,
    purpose: 'appendix',
    ofId: null,
    superseded: false,
    parallel: false,
  },
  authorName,
  createdAt: at * minute,
});
const told = (entries: ReturnType<typeof talkEntries>) =>
  entries.map((entry) => [entry.type === 'line' ? entry.line.id : 'alone', ...entry.files.map((one) => one.id)]);

test('a file stands under the words it came with', () => {
  expect(told(talkEntries([message('m', 10), message('n', 20)], [file('f', 11)], false))).toEqual([['m', 'f'], ['n']]);
});

test('a file of somebody else, or of another hour, is a line of its own in its place', () => {
  const lines = [message('m', 10), event('e', 30)];
  expect(told(talkEntries(lines, [file('f', 20), file('g', 10, 'Ким Евгений')], false))).toEqual([
    ['m'],
    ['alone', 'g'],
    ['alone', 'f'],
    ['e'],
  ]);
});

test('files that came together are one line; removed ones are none', () => {
  const gone = { ...file('x', 20), archivedAt: 1 };
  expect(told(talkEntries([message('m', 10)], [file('f', 20), file('g', 21), gone], false))).toEqual([
    ['m'],
    ['alone', 'f', 'g'],
  ]);
});

test('who was warned and what it took is the desk’s alone', () => {
  const warned = { ...event('e', 11), kind: 'escalated' } as TalkLine;
  const lines = [message('m', 10), warned, event('t', 12)];
  expect(linesFor(lines, false).map((one) => one.id)).toEqual(['m', 't']);
  expect(linesFor(lines, true)).toHaveLength(3);
});

test('words alone leave the events out', () => {
  expect(told(talkEntries([message('m', 10), event('e', 11)], [], true))).toEqual([['m']]);
});
