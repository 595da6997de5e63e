import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Lints a small house of these files under our rules, once; says which file broke which rule. */
function lint(files: ReadonlyMap<string, string>): (path: string, rule: string) => boolean {
  const house = mkdtempSync(join(tmpdir(), 'opora-lint-'));
  try {
    for (const name of ['biome.json', 'package.json', 'build/lint'])
      cpSync(join(root, name), join(house, name), { recursive: true });
    for (const [path, text] of files) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const words = [biome, 'lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', '.'];
    const { stdout } = spawnSync(process.execPath, words, {
      cwd: house,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const lines = stdout.split('\n').filter((line) => line.startsWith('::'));
    expect(lines.length).toBeGreaterThan(0);
    return (path, rule) => lines.some((line) => line.includes(`/${path},`) && line.includes(rule));
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

/** The table of the house, from both sides: what a folder may not import, and what it may. */
const imports: [path: string, forbidden: string, allowed: string][] = [
  ['shared/lib/x.ts', '#shared/domain/document.ts', '#shared/lib/ids.ts'],
  ['shared/domain/x.ts', '#shared/commands/document.ts', '#shared/lib/ids.ts'],
  ['shared/commands/x.ts', '#shared/queries/registry.ts', '#shared/domain/document.ts'],
  ['shared/queries/x.ts', '#shared/sync/up.ts', '#shared/domain/document.ts'],
  ['shared/formats/x.ts', 'better-sqlite3', '#shared/lib/money.ts'],
  ['shared/sync/x.ts', '#electron/core/store/open.ts', '#shared/domain/document.ts'],
  ['shared/ipc/x.ts', '#shared/sync/up.ts', '#shared/commands/registry.ts'],
  ['electron/core/store/x.ts', '#electron/core/app/session.ts', '#shared/domain/document.ts'],
  ['electron/core/store/x.ts', 'electron', 'better-sqlite3'],
  ['electron/core/sync/x.ts', '#electron/core/app/session.ts', '#electron/core/store/open.ts'],
  ['electron/core/jobs/x.ts', '#electron/core/sync/client.ts', '#electron/core/store/open.ts'],
  ['electron/core/app/x.ts', '#electron/shell/window.ts', '#electron/core/store/open.ts'],
  ['electron/ipc/x.ts', '#electron/core/store/open.ts', '#shared/ipc/contract.ts'],
  ['electron/host/x.ts', 'electron', '#shared/ipc/bridge.ts'],
  ['electron/shell/x.ts', '#electron/core/start.ts', 'electron'],
  ['electron/browser-host/x.ts', '#electron/shell/window.ts', '#electron/ipc/router.ts'],
  ['renderer/pages/x.tsx', '#electron/ipc/router.ts', '#shared/ipc/contract.ts'],
  ['renderer/pages/x.tsx', 'node:fs', '#renderer/api.ts'],
  ['renderer/components/x.tsx', '#renderer/data/use-query.ts', '#shared/lib/money.ts'],
  ['renderer/components/x.tsx', '#renderer/api.ts', '#renderer/i18n/i18n.ts'],
  ['server/store/x.ts', '#server/sync/lane.ts', '#shared/domain/document.ts'],
  ['server/sync/x.ts', '#server/routes/sync.ts', '#server/store/pool.ts'],
  ['server/routes/x.ts', '#electron/core/start.ts', '#server/sync/lane.ts'],
  ['server/x.ts', '#renderer/api.ts', '#server/routes/sync.ts'],
  ['tests/x.ts', '../shared/lib/ids.ts', '#electron/core/start.ts'],
];

const impure: [expression: string, rule: string][] = [
  ['Date.now()', 'plugin'],
  ['Math.random()', 'plugin'],
  ['new Date(0)', 'noRestrictedGlobals'],
  ["new Intl.Collator('ru')", 'noRestrictedGlobals'],
  ['process.pid', 'noRestrictedGlobals'],
];

const files = new Map<string, string>();
const place = (path: string, name: string): string => join(dirname(path), `${name}${extname(path)}`);
imports.forEach(([path, ...specifiers], row) => {
  specifiers.forEach((specifier, side) => {
    files.set(place(path, `case-${row}-${side}`), `import { a } from '${specifier}';\nexport const b = a;\n`);
  });
});
impure.forEach(([expression], row) => {
  for (const kind of ['ts', 'test.ts'])
    files.set(`shared/lib/impure-${row}.${kind}`, `export const value = ${expression};\n`);
});
files.set('server/store/one.ts', "import type { Two } from './two.ts';\nexport type One = Two | 1;\n");
files.set('server/store/two.ts', "import type { One } from './one.ts';\nexport type Two = One | 2;\n");
const breaks = lint(files);

test.each(imports.map((each, row) => [...each, row] as const))(
  '%s may not import %s, but may import %s',
  (path, _f, _a, row) => {
    const refused = [0, 1].map((side) => breaks(place(path, `case-${row}-${side}`), 'noRestrictedImports'));
    expect(refused).toEqual([true, false]);
  },
);

test.each(impure.map((each, row) => [...each, row] as const))(
  'shared/ may not say %s (%s); its tests may',
  (_expression, rule, row) => {
    expect([breaks(`shared/lib/impure-${row}.ts`, rule), breaks(`shared/lib/impure-${row}.test.ts`, rule)]).toEqual([
      true,
      false,
    ]);
  },
);

test('a cycle of types alone is a cycle', () => {
  expect(breaks('server/store/one.ts', 'noImportCycles')).toBe(true);
});
