// Runs its arguments with the Node 24 that the project installs, whatever Node the system has.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
const names = [`node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`];
const own = names.map((name) => join(root, 'node_modules', name, file)).find((path) => existsSync(path));
const systemIsNewEnough = Number(process.versions.node.split('.')[0]) >= 24;

if (!own && !systemIsNewEnough) {
  console.error(
    `Opora needs Node 24; this is ${process.version}. Run "npm ci" with optional packages, or install Node 24.`,
  );
  process.exit(1);
}
const node = own ?? process.execPath;
const child = spawn(node, process.argv.slice(2), {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`, NODE_OPTIONS: '' },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm ended by a signal leaves its shell or us behind: everything ends when one of the two above us has gone.
if (process.env['npm_lifecycle_event']) {
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = ancestors();
  setInterval(() => ancestors() !== before && child.kill('SIGTERM'), 500).unref();
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

function parentOf(pid) {
  try {
    return /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return undefined; // no /proc here, or no such process
  }
}
