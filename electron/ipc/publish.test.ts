import { expect, it } from 'vitest';
import type { CoreEvent } from '#shared/ipc/bridge.ts';
import { createPublisher } from './publish.ts';

it('keeps what a person asked for until the page can hear, in order, once', () => {
  const sent: CoreEvent[] = [];
  let isLoaded = false;
  const { publish, flush } = createPublisher({ isLoaded: () => isLoaded, send: (event) => sent.push(event) });
  publish({ type: 'navigate', to: '/a' });
  publish({ type: 'changed', changes: [] });
  publish({ type: 'files-dropped', paths: ['/f'] });
  expect(sent).toEqual([]);
  isLoaded = true;
  flush();
  flush();
  publish({ type: 'session' });
  expect(sent).toEqual([{ type: 'navigate', to: '/a' }, { type: 'files-dropped', paths: ['/f'] }, { type: 'session' }]);
});
