import { expect, test } from 'vitest';
import { readStartOptions } from './options.ts';

const read = (words: string[], environment: Record<string, string> = { DISPLAY: ':0' }) =>
  readStartOptions(words, environment, '/clone');

test('a bare start opens the Moscow workstation in a window, its data in the clone', () => {
  expect(read([])).toEqual({ profile: 'moscow', window: true, dataDir: '/clone/.data' });
});

test('every word counts', () => {
  const words = ['--profile', 'kazan', '--no-window', '--port=8123', '--lang=en', '--server', 'https://opora.example'];
  expect(read(words, { DISPLAY: ':0', OPORA_DATA: '/srv/opora' })).toEqual({
    profile: 'kazan',
    window: false,
    port: 8123,
    language: 'en',
    server: 'https://opora.example',
    dataDir: '/srv/opora',
  });
});

test.runIf(process.platform === 'linux')('without a display there is no window', () => {
  expect(read([], {}).window).toBe(false);
  expect(read([], { WAYLAND_DISPLAY: 'wayland-0' }).window).toBe(true);
});

test.each([['--profile=../x'], ['--port=0'], ['--port=70000'], ['--lang=de'], ['--unknown']])(
  '%s is refused',
  (word) => {
    expect(() => read([word])).toThrow();
  },
);
