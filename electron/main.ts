import { hostname } from 'node:os';
import { join } from 'node:path';
import { startCore } from '#electron/core/start.ts';
import { runDesktop } from '#electron/desktop.ts';

// The desktop program: the shell with the core on worker threads of this process.
const program = import.meta.dirname;

runDesktop({
  startCore: ({ options, key, keyTrouble, keyHome, version }) =>
    startCore({
      profileDir: options.directory,
      key,
      keyHome,
      ...(keyTrouble === undefined ? {} : { keyTrouble }),
      serverUrl: options.server ?? null,
      deviceName: `${hostname()} (${options.profile})`,
      demo: options.demo,
      version,
    }),
  programFolder: program,
  rendererFolder: join(program, '../renderer'),
  icon: join(program, 'icon.png'),
});
