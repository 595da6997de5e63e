import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';

/**
 * Ends the child when this process ends, even by kill -9: a shell waits for the end of our pipe, which the system closes for us.
 * Does nothing where there is no such shell (Windows).
 */
export function endWithUs(child: ChildProcess, signal: 'INT' | 'TERM'): void {
  if (process.platform === 'win32' || child.pid === undefined) return;
  const words = ['-c', `cat > /dev/null; kill -${signal} "$0"`, String(child.pid)];
  const guard = spawn('/bin/sh', words, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.on('error', () => undefined); // without a shell an orphan is found at the next start
  guard.unref();
  (guard.stdin as Socket | null)?.unref();
  child.once('exit', () => guard.kill('SIGKILL'));
}
