import { readFile, writeFile } from 'node:fs/promises';
import type { BrowserHost } from './serve.ts';

/**
 * Serves on the port this profile had before, or on a free one when it has none yet or the port is taken. A browser keeps what a page
 * remembers, and its compiled scripts, by origin, and the port is part of it: another port would be a stranger every time.
 */
export async function serveOnSamePort(
  file: string,
  serve: (port: number) => Promise<BrowserHost>,
): Promise<BrowserHost> {
  const before = Number(await readFile(file, 'utf8').catch(() => '0'));
  const isPort = Number.isInteger(before) && before >= 1_024 && before < 65_536;
  const host = await serve(isPort ? before : 0).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return serve(0);
    throw error;
  });
  if (host.port !== before) await writeFile(file, String(host.port), { mode: 0o600 });
  return host;
}
