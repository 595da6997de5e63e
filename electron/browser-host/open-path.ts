import { spawn } from 'node:child_process';

const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  // `start` is a word of the shell; explorer takes a path as its one argument and nothing of it as a command.
  win32: ['explorer.exe'],
};

/** Opens a file with the program the system has for its kind. Rejects when there is nobody to ask. */
export function openPath(path: string): Promise<void> {
  const [program, ...words] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((done, failed) => {
    const child = spawn(program, [...words, path], { detached: true, stdio: 'ignore' });
    child.once('error', failed);
    child.once('spawn', () => {
      child.unref();
      done();
    });
  });
}
