import { afterEach, beforeEach, expect, test } from 'vitest';
import { useLink } from '#renderer/state/link.ts';
import { useSession } from '#renderer/state/session.ts';
import { keepToasts } from '#renderer/state/toast-keeper.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { SessionState, SyncStatus } from '#shared/ipc/contract.ts';

const link = (status: Partial<SyncStatus>) => useLink.setState({ status: status as SyncStatus });
const session = (stage: SessionState['stage'], id: string) =>
  useSession.setState({ state: { stage, user: { id } } as SessionState });
const shown = () => useToasts.getState().toasts;

let stop = () => {};
beforeEach(() => {
  session('open', 'krylova');
  useToasts.setState({ toasts: [] });
  stop = keepToasts();
  const { show } = useToasts.getState();
  show({ tone: 'done', title: 'Согласовано' });
  show({
    tone: 'offline',
    title: 'Сохранено без связи',
    object: 'О зарплатах',
    link: { label: '', onClick: () => {} },
  });
  show({ tone: 'offline', title: 'В архиве', object: 'О зарплатах', note: 'О зарплатах', undo: async () => {} });
});
afterEach(() => stop());

test('what waited for a link leaves with the last of the outbox; its way back stays, and names nothing', () => {
  link({ link: 'cut', waiting: 0 });
  link({ link: 'online', waiting: 1 });
  expect(shown()).toHaveLength(3);
  link({ link: 'online', waiting: 0 });
  const [done, sent, ...more] = shown();
  expect([done?.title, more]).toEqual(['Согласовано', []]);
  expect(sent).toMatchObject({ tone: 'done', sent: true, undo: expect.any(Function) });
  expect(JSON.stringify(sent)).not.toContain('зарплат');
});

test('nobody who comes after sees what the one before has done', () => {
  session('open', 'krylova');
  expect(shown()).toHaveLength(3);
  session('locked', 'krylova');
  expect(shown()).toEqual([]);
});
