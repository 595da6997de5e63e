import { app } from 'electron';
import { runDesktop } from '#electron/desktop.ts';
import { startRemoteCore } from './remote-core.ts';

/**
 * The program under test: the real shell, preload, router and renderer, with the core in a process of the project's own Node,
 * because the database module does not load in the Electron that the tests can have.
 */
const setting = JSON.parse(process.env['OPORA_SHELL_TEST'] ?? '{}') as {
  node: string;
  coreProcess: string;
  rendererFolder: string;
  icon: string;
};

// What was said to pages, for events that the page takes before a test could listen.
const told: unknown[][] = [];
Object.assign(globalThis, { told });
app.on('web-contents-created', (_event, contents) => {
  const send = contents.send.bind(contents);
  contents.send = (channel, ...words) => {
    told.push([channel, ...words]);
    send(channel, ...words);
  };
});

runDesktop({
  startCore: (core) => startRemoteCore(setting.node, setting.coreProcess, core),
  programFolder: import.meta.dirname,
  rendererFolder: setting.rendererFolder,
  icon: setting.icon,
});
