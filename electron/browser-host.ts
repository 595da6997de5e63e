import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { profileKeys, terminalWord } from '#electron/browser-host/profile-key.ts';
import { serveOnSamePort } from '#electron/browser-host/same-port.ts';
import { type BrowserHost, serveBrowserHost } from '#electron/browser-host/serve.ts';
import { keyFits, unseal } from '#electron/core/recovery/recovery-key.ts';
import { startCore } from '#electron/core/start.ts';
import { keptCore } from '#electron/ipc/kept-core.ts';
import { defaultApplicationData, readShellOptions } from '#electron/shell/options.ts';
import { errors } from '#shared/domain/error.ts';

// The same core and the same renderer in an ordinary browser: `--profile= --data= --server= --demo --port=`.
// Prints `ready <address>` when it answers; ends with a signal, or with the process that started it.
const words = process.argv.slice(2);
const root = projectRoot(import.meta.dirname);
const options = readShellOptions({
  arguments: words,
  environment: process.env,
  workingDirectory: process.cwd(),
  applicationData: defaultApplicationData(process.env),
});
const port = words.find((word) => word.startsWith('--port='))?.slice('--port='.length);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const passphrase = process.env['OPORA_PASSPHRASE'];

await mkdir(options.directory, { recursive: true, mode: 0o700 });
const keys = profileKeys({ ...options, ...(passphrase === undefined ? {} : { passphrase }) });
// The page may open before the core has: its calls wait. Whatever keeps the core from its data is told in the page.
const core = keptCore({
  keys,
  fits: (key) => keyFits(options.directory, key),
  unseal: (groups) => unseal(options.directory, groups),
  start: (key, keyTrouble) =>
    startCore({
      ...{ profileDir: options.directory, key, keyHome: keys.home, demo: options.demo, version },
      ...{ serverUrl: options.server ?? null, deviceName: `${hostname()} (${options.profile})` },
      ...(keyTrouble === undefined ? {} : { keyTrouble }),
    }),
  isErrorCode: (code) => Object.hasOwn(errors, code),
  report: (error) => console.error(terminalWord(error)),
});
const serve = (wanted: number): Promise<BrowserHost> =>
  serveBrowserHost({
    core,
    host: { kind: 'browser', profile: options.profile, demo: options.demo, platform: process.platform, version },
    rendererFolder: join(root, 'out/renderer'),
    profileDir: options.directory,
    port: wanted,
    report: (error) => console.error(error),
  });
const host = await (port === undefined
  ? serveOnSamePort(join(options.directory, 'browser-host.port'), serve)
  : serve(Number(port))
).catch(giveUp);
console.log(`ready ${host.address}`);

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await host.close();
  await core.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
process.on('disconnect', () => void end());

function giveUp(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** The folder of package.json, above this file as source and as bundle. */
function projectRoot(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
