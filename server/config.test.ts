import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without any setting: loopback, an own database, no demo', () => {
  expect(readConfig({})).toEqual({
    databaseUrl: null,
    dataDir: resolve('.data/server'),
    host: '127.0.0.1',
    port: 8_080,
    demo: false,
    clockEvery: 30_000,
    offlineDays: 400,
    tokenKey: null,
    processes: 1,
    auditHeads: null,
    neighbours: { listen: true, pollEvery: 2_000 },
    logLevel: 'info',
    logFile: null,
  });
});

test('settings are read from the environment, the demo also from the command line', () => {
  const config = readConfig(
    { DATABASE_URL: 'postgresql://db/opora', OPORA_DATA: '/srv/opora', HOST: '0.0.0.0', PORT: '0' },
    ['--demo'],
  );
  expect(config).toMatchObject({
    databaseUrl: 'postgresql://db/opora',
    dataDir: '/srv/opora/server',
    host: '0.0.0.0',
    port: 0,
    demo: true,
  });
});

test('a setting that cannot be meant is refused by name', () => {
  expect(() => readConfig({ PORT: '70000' })).toThrow('PORT');
  expect(() => readConfig({ OPORA_CLOCK_SECONDS: '0' })).toThrow('OPORA_CLOCK_SECONDS');
  expect(() => readConfig({ OPORA_OFFLINE_DAYS: '7' })).toThrow('OPORA_OFFLINE_DAYS');
  expect(() => readConfig({ LOG_LEVEL: 'loud' })).toThrow('LOG_LEVEL');
  expect(() => readConfig({ OPORA_POLL_SECONDS: '0' })).toThrow('OPORA_POLL_SECONDS');
  expect(() => readConfig({ OPORA_TOKEN_KEY: 'secret-word' })).toThrow(
    /^OPORA_TOKEN_KEY must be 64 hexadecimal digits/,
  );
  expect(() => readConfig({ DATABASE_URL: 'mysql://x' })).toThrow('DATABASE_URL');
});

test('several processes: a common key of the tokens, and polling alone where LISTEN cannot pass', () => {
  const config = readConfig({
    OPORA_TOKEN_KEY: 'aB'.repeat(32),
    OPORA_LISTEN: '0',
    OPORA_POLL_SECONDS: '0.5',
    OPORA_PROCESSES: '3',
  });
  expect(config.tokenKey).toEqual(Buffer.alloc(32, 0xab));
  expect(config.processes).toBe(3);
  expect(config.neighbours).toEqual({ listen: false, pollEvery: 500 });
});
