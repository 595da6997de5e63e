import { beforeEach, expect, expectTypeOf, test } from 'vitest';
import { CoreError } from '#renderer/data/core-error.ts';
import { type Toast, undoLast, useToasts } from '#renderer/state/toasts.ts';

beforeEach(() => useToasts.setState({ toasts: [] }));

const titles = () => useToasts.getState().toasts.map((toast) => toast.title);

test('at most three are shown, the oldest gives way', () => {
  for (const title of ['a', 'b', 'c', 'd']) useToasts.getState().show({ tone: 'done', title });
  expect(titles()).toEqual(['b', 'c', 'd']);
});

test('a way back is a promise: one that nobody waits for would be refused in silence', () => {
  expectTypeOf<Toast['undo']>().toEqualTypeOf<(() => Promise<unknown>) | undefined>();
});

test('a refused way back is told where the action was', async () => {
  useToasts.getState().show({
    tone: 'done',
    title: 'taken',
    object: 'З-1',
    undo: () => Promise.reject(new CoreError({ code: 'TICKET_ENDED', details: {} })),
  });
  undoLast();
  await expect.poll(() => useToasts.getState().toasts[0]?.refused?.code).toBe('TICKET_ENDED');
  expect(useToasts.getState().toasts).toHaveLength(1);
});

test('Z takes back the newest that can be taken back', () => {
  const undone: string[] = [];
  const { show } = useToasts.getState();
  show({ tone: 'done', title: 'first', undo: async () => undone.push('first') });
  show({ tone: 'done', title: 'second', undo: async () => undone.push('second') });
  show({ tone: 'offline', title: 'no undo' });
  expect(undoLast()).toBe(true);
  expect(undone).toEqual(['second']);
  expect(titles()).toEqual(['first', 'no undo']);
  expect(undoLast()).toBe(true);
  expect(undoLast()).toBe(false);
});
