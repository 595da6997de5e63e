import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from '#build/targets.ts';
import { endWithUs } from '#server/embedded/guard.ts';
import { endChild, ended, lineOf, startNode } from './children.ts';
import { chooseHost } from './choose-host.ts';
import { type JoinedServer, joinDemoServer } from './join-server.ts';
import { openBrowser } from './open-browser.ts';
import type { StartOptions } from './options.ts';

/** Starts one workstation with everything it needs and stays until its window or this process is told to end; the exit code. */
export async function startWorkstation(options: StartOptions, root: string): Promise<number> {
  const say = (line: string): void => console.log(line);
  const children: ChildProcess[] = [];
  let server: JoinedServer | undefined;
  let ending: Promise<number> | undefined;
  const end = (code: number): Promise<number> => {
    ending ??= (async () => {
      // Windows first, so that nothing is asked of a core that has gone.
      for (const child of children.toReversed()) await endChild(child, 5_000);
      server?.leave();
      return code;
    })();
    return ending;
  };
  const told = untilTold().then(() => end(0));

  const work = async (): Promise<number> => {
    const choice = chooseHost(options.window);
    const [joined] = await Promise.all([
      options.server === undefined ? joinDemoServer(options.dataDir, say) : undefined,
      ensureBuilt(choice.kind === 'electron' ? ['renderer', 'electron'] : ['renderer', 'host'], say),
    ]);
    server = joined;
    const url = options.server ?? joined?.url ?? '';
    const words = [`--profile=${options.profile}`, `--data=${options.dataDir}`, `--server=${url}`];
    if (options.server === undefined) words.push('--demo');
    if (ending) return ending;

    if (choice.kind === 'electron') {
      say(`Opening Opora in ${choice.why}`);
      const language = options.language === undefined ? [] : [`--lang=${options.language}`];
      // Chromium refuses its sandbox to root.
      const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const program = [join(root, 'out/electron/main.cjs'), ...words, ...language, ...sandbox];
      const window = spawn(choice.runtime.path, program, { cwd: root, stdio: 'inherit' });
      children.push(window);
      endWithUs(window, 'TERM');
      return end(await ended(window));
    }
    if (options.port !== undefined) words.push(`--port=${options.port}`);
    const host = startNode([join(root, 'out/host/browser-host.mjs'), ...words], {
      cwd: root,
      // The channel lets the host notice our end, however it comes; the terminal is for a passphrase.
      stdio: ['inherit', 'pipe', 'inherit', 'ipc'],
    });
    children.push(host);
    const ready = await lineOf(host, (line) => /^ready (http:\/\/\S+)$/.exec(line)?.[1], say);
    const address = options.language === undefined ? ready : `${ready}&lang=${options.language}`;
    if (options.window) {
      say(`Opening Opora in the browser: ${choice.why}`);
      const window = openBrowser(address, join(options.dataDir, 'profiles', options.profile), options.language);
      if (window) {
        children.push(window);
        endWithUs(window, 'TERM');
        void ended(window).then(() => end(0));
      } else say(address);
    } else {
      say(`Serving Opora to a browser: ${choice.why}`);
      await fetch(new URL('/', address)); // the last line is printed once the application answers there
      say(address);
    }
    return end(await ended(host));
  };
  return Promise.race([
    told,
    work().catch(async (error: unknown) => (ending ? ending : end(1).then(() => Promise.reject(error)))),
  ]);
}

/** Resolves at Ctrl-C, at a polite kill, or when the process that started us is gone. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(), 1_000).unref();
  });
}
