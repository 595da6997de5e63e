import { describe, expect, test } from 'vitest';
import { createObserver } from '#renderer/data/observer.ts';

/** Readings that the test finishes by hand, in any order. */
function byHand() {
  const pending: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const read = () => new Promise<string>((resolve, reject) => pending.push({ resolve, reject }));
  const settled = () => new Promise((done) => setImmediate(done));
  return { read, pending, settled };
}

const changed = (...entities: string[]) => ({
  type: 'changed' as const,
  changes: entities.map((entity) => ({ entity })),
});

describe('an observed question', () => {
  test('keeps the previous answer while a newer one is read', async () => {
    const { read, pending, settled } = byHand();
    const observer = createObserver(['document'], read);
    pending[0]?.resolve('one');
    await settled();
    observer.hear(changed('document'));
    expect(observer.get()).toMatchObject({ data: 'one', loading: true });
    pending[1]?.resolve('two');
    await settled();
    expect(observer.get()).toMatchObject({ data: 'two', loading: false, version: 2 });
  });

  test('is deaf to rows it does not depend on', async () => {
    const { read, pending, settled } = byHand();
    const observer = createObserver(['document'], read);
    pending[0]?.resolve('one');
    await settled();
    observer.hear(changed('comment'));
    expect(pending).toHaveLength(1);
    observer.hear({ type: 'session' });
    expect(pending).toHaveLength(2);
  });

  test('many changes during one reading cause exactly one more', async () => {
    const { read, pending, settled } = byHand();
    const observer = createObserver(['document'], read);
    for (let step = 0; step < 50; step += 1) observer.hear(changed('document'));
    expect(pending).toHaveLength(1);
    pending[0]?.resolve('old');
    await settled();
    expect(pending).toHaveLength(2);
    pending[1]?.resolve('new');
    await settled();
    expect(pending).toHaveLength(2);
    expect(observer.get()).toMatchObject({ data: 'new', loading: false });
  });

  test('an answer to an older question is dropped', async () => {
    const old = byHand();
    const next = byHand();
    const observer = createObserver(['document'], old.read);
    observer.ask(next.read);
    next.pending[0]?.resolve('new');
    await next.settled();
    old.pending[0]?.resolve('old');
    await old.settled();
    expect(observer.get().data).toBe('new');
  });

  test('a failure keeps the data and is told', async () => {
    const { read, pending, settled } = byHand();
    const observer = createObserver(['document'], read);
    pending[0]?.resolve('one');
    await settled();
    observer.refresh();
    pending[1]?.reject(new Error('no'));
    await settled();
    expect(observer.get()).toMatchObject({ data: 'one', loading: false });
    expect(observer.get().error).toBeInstanceOf(Error);
  });
});
