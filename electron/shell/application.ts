import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import type { HostInfo } from '#shared/ipc/bridge.ts';
import { setKeyboardMenu } from './menu.ts';
import { defaultApplicationData, openedWith, ownWords, readShellOptions, type ShellOptions } from './options.ts';
import { declareScheme, type ServedFile, serveRenderer } from './protocol.ts';
import { closeInOrder } from './quit.ts';
import { lockDownPages, lockDownSession } from './security.ts';
import { claimProfile } from './single-instance.ts';
import { bringToFront, openWindow } from './window.ts';

/** Links and files that the person, or the system for them, opened the program with. */
export interface OpenedWith {
  links: string[];
  files: string[];
}

export interface StartedApplication {
  options: ShellOptions;
  version: string;
  /** The one window; undefined before it opens and after it has closed. */
  window(): BrowserWindow | undefined;
}

export interface ApplicationParts {
  preload: string;
  rendererFolder: string;
  /** The file of a handle that the core gave the page; undefined when there is none. */
  file(handle: string): ServedFile | undefined;
  icon: string;
  /** Called once, when this process holds the profile and Electron is ready; the window opens right after. */
  onReady(started: StartedApplication): void;
  /** The page has loaded (at first, or again). */
  onLoaded(): void;
  onOpenedWith(opened: OpenedWith): void;
  /** Ends everything behind the window; the process leaves when it resolves. */
  onClose(): Promise<void>;
}

/** Runs the desktop program: one process a profile, one window. Returns at once; everything else happens in the callbacks. */
export function startApplication(parts: ApplicationParts): void {
  const own = { arguments: ownWords(process.argv, app.isPackaged), workingDirectory: process.cwd() };
  const options = optionsOrExit(own);
  if (!options) return;
  let window: BrowserWindow | undefined;

  // Electron would stop everything behind a dialog of its own, in English; the page is where people are told.
  process.on('uncaughtException', (error) => console.error(error));
  declareScheme();
  lockDownPages();
  const isFirst = claimProfile(join(options.directory, 'window'), own, (second) => {
    if (window) bringToFront(window);
    parts.onOpenedWith(openedWith(second.arguments, second.workingDirectory));
  });
  if (!isFirst) {
    app.exit(0);
    return;
  }
  closeInOrder(parts.onClose);

  void app.whenReady().then(() => {
    if (app.isPackaged) app.setAsDefaultProtocolClient('opora');
    setKeyboardMenu();
    lockDownSession(session.defaultSession);
    serveRenderer(session.defaultSession, parts.rendererFolder, parts.file);
    parts.onReady({ options, version: app.getVersion(), window: () => window });
    window = openWindow({
      host: hostOf(options),
      preload: parts.preload,
      icon: parts.icon,
      stateFile: join(options.directory, 'window.json'),
    });
    window.webContents.on('did-finish-load', parts.onLoaded);
    window.on('closed', () => {
      window = undefined;
    });
    parts.onOpenedWith({ links: options.links, files: options.files });
  });
}

/** A wrong command line is said on the terminal it came from: there is no profile, so there can be no window. */
function optionsOrExit(own: { arguments: string[]; workingDirectory: string }): ShellOptions | undefined {
  try {
    const environment = process.env;
    return readShellOptions({ ...own, environment, applicationData: defaultApplicationData(environment) });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    app.exit(2);
    return undefined;
  }
}

function hostOf(options: ShellOptions): HostInfo {
  return {
    kind: 'electron',
    profile: options.profile,
    demo: options.demo,
    platform: process.platform,
    version: app.getVersion(),
  };
}
