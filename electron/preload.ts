import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callMessage, eventMessage, fileMessage } from '#electron/ipc/channels.ts';
import type { Bridge, CoreEvent, HostInfo, Reply } from '#shared/ipc/bridge.ts';

type Listener = (event: CoreEvent) => void;

/** What the desktop window has beside the bridge: the path of a file the person dropped or chose; '' for one made by a script. */
export interface DesktopBridge extends Bridge {
  pathForFile(file: File): string;
}

const listeners = new Set<Listener>();
let early: CoreEvent[] = [];

ipcRenderer.on(eventMessage, (_event, event: CoreEvent) => {
  // The page subscribes when its first component mounts; what a person asked for must not be lost before that.
  if (listeners.size === 0 && (event.type === 'navigate' || event.type === 'files-dropped')) early.push(event);
  for (const listener of listeners) listener(event);
});

function readHost(): HostInfo {
  const argument = process.argv.find((word) => word.startsWith('--opora-host='));
  return JSON.parse(decodeURIComponent(argument?.slice('--opora-host='.length) ?? ''));
}

const bridge: DesktopBridge = {
  call: (channel, payload): Promise<Reply> => ipcRenderer.invoke(callMessage, { channel, payload }),
  on(listener) {
    listeners.add(listener);
    const waiting = early;
    early = [];
    // After the caller has its way to stop in hand.
    queueMicrotask(() => {
      for (const event of waiting) listener(event);
    });
    return () => listeners.delete(listener);
  },
  host: readHost(),
  pathForFile(file) {
    // Before Electron 29 the path was a property of the file itself.
    const path = webUtils ? webUtils.getPathForFile(file) : ((file as { path?: string }).path ?? '');
    // Sent before the page can name the path in a call; only a file that a person handed over has one.
    if (path !== '') ipcRenderer.send(fileMessage, path);
    return path;
  },
};

contextBridge.exposeInMainWorld('opora', bridge);
