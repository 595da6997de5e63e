import { hostname } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { profileKeys } from '#electron/browser-host/profile-key.ts';
import { startCore } from '#electron/core/start.ts';
import { demoPassword } from '#server/plugins/demo.ts';
import type { Core } from '#shared/ipc/bridge.ts';
import type { ImportReport, SessionState, SyncStatus } from '#shared/ipc/contract.ts';
import { requireNode24 } from './node-version.ts';
import { joinDemoServer } from './start/join-server.ts';

// `npm run import -- --profile NAME [--json] FILE…`: imports bank and ФНС files into a workstation of the demo company.
// With --json: one JSON object per file, then a summary object as the last line.
requireNode24();
const root = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { profile: { type: 'string', default: 'moscow' }, json: { type: 'boolean', default: false } },
});
if (positionals.length === 0) fail('usage: npm run import -- --profile NAME [--json] FILE…');
if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u.test(values.profile))
  fail('--profile: letters, digits, "-" and "_", at most 40');

const dataDir = resolve(process.env['OPORA_DATA'] || join(root, '.data'));
const directory = join(dataDir, 'profiles', values.profile);
const say = (line: string): void => console.error(line);
const server = await joinDemoServer(dataDir, say);
let failed = 0;
try {
  const key = await profileKeys({ directory, demo: true }).read();
  const place = { profileDir: directory, key, serverUrl: server.url, demo: true, version: 'import' };
  const core = await startCore({ ...place, deviceName: `${hostname()} (${values.profile})` }).catch(
    (error: unknown) => {
      const { code } = error as { code?: string };
      throw code === 'PROFILE_LOCKED'
        ? new Error(`the profile ${values.profile} is open in another window: close it first`)
        : error;
    },
  );
  try {
    await enter(core);
    failed = await importAll(core);
    await drain(core);
  } finally {
    await core.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed = 1;
} finally {
  server.leave();
}
process.exit(failed > 0 ? 1 : 0);

/** A profile that nobody has opened yet gets the demo employee of its name, or the first one. */
async function enter(core: Core): Promise<void> {
  const state = await ask<SessionState>(core, 'session.state', {});
  if (state.stage === 'open') return;
  if (state.trouble) throw new Error(`the data of this profile has to be recovered first: ${state.trouble.code}`);
  const accounts = await ask<{ login: string; fullName: string; branch: string }[]>(core, 'session.accounts', {});
  const towns: Record<string, string> = { moscow: 'Москва', kazan: 'Казань' };
  const town = towns[values.profile] ?? 'Москва';
  const account = accounts.find((one) => one.branch.includes(town)) ?? accounts[0];
  if (!account) throw new Error('the demo server offers no accounts');
  await ask(core, 'session.login', { login: account.login, password: demoPassword });
}

async function importAll(core: Core): Promise<number> {
  const total = { files: 0, ok: 0, refused: 0, documents: 0, counterparties: 0, accounts: 0, matched: 0, warnings: 0 };
  for (const path of positionals) {
    const report = await importOne(core, resolve(path));
    total.files += 1;
    if (report.ok) total.ok += 1;
    else total.refused += 1;
    total.documents += report.created.documents;
    total.counterparties += report.created.counterparties;
    total.accounts += report.created.accounts;
    total.matched += report.matched;
    total.warnings += report.problems.filter((one) => one.severity === 'warning').length;
    console.log(values.json ? JSON.stringify(report) : describe(report));
  }
  console.log(values.json ? JSON.stringify({ summary: true, ...total }) : `total: ${JSON.stringify(total)}`);
  return total.refused;
}

async function importOne(core: Core, path: string): Promise<ImportReport> {
  const name = basename(path);
  const reply = await core.call('import.run', { files: [{ handle: path, name }] });
  if (reply.ok) return (reply.value as ImportReport[])[0] as ImportReport;
  const { code, details } = reply.error;
  const problems = [{ severity: 'error' as const, code, ...(details ? { params: details } : {}) }];
  const created = { documents: 0, counterparties: 0, accounts: 0 };
  return { file: name, format: null, ok: false, problems, documents: [], created, matched: 0 };
}

/** What was imported travels to the centre before this process ends, for ten seconds at most: the rest goes at the next start. */
async function drain(core: Core): Promise<void> {
  await new Promise<void>((done) => {
    const stop = setTimeout(done, 10_000);
    const look = (status: SyncStatus): void => {
      if (status.waiting > 0 || status.files.waiting > 0) return;
      clearTimeout(stop);
      done();
    };
    core.on((event) => event.type === 'status' && look(event.status as SyncStatus));
    void ask<SyncStatus>(core, 'sync.status', {}).then(look);
  });
}

async function ask<T>(core: Core, channel: string, payload: unknown): Promise<T> {
  const reply = await core.call(channel, payload);
  if (!reply.ok) throw new Error(`${channel}: ${reply.error.code} ${JSON.stringify(reply.error.details ?? {})}`);
  return reply.value as T;
}

function describe(report: ImportReport): string {
  const { documents, counterparties, accounts } = report.created;
  const head = `${report.file}: ${report.ok ? (report.format ?? '') : 'refused'}, created ${documents} documents, ${counterparties} counterparties, ${accounts} accounts; matched ${report.matched}`;
  const lines = report.problems.map(
    (one) => `  ${one.severity} ${one.code}${one.line ? ` line ${one.line}` : ''} ${JSON.stringify(one.params ?? {})}`,
  );
  return [head, ...lines].join('\n');
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
