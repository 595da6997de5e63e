import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { HostInfo } from '#shared/ipc/bridge.ts';
import { startPage } from './origins.ts';
import { followThemeColor, overlayOn } from './title-bar.ts';
import { restoreWindowState, saveWindowState, smallestWindow } from './window-state.ts';

export interface WindowParts {
  host: HostInfo;
  preload: string;
  icon: string;
  /** JSON file of this profile on this workstation that remembers where the window stood. */
  stateFile: string;
}

/** Design tokens `canvas`: shown until the page has painted. */
const canvas = { light: '#EEF0F4', dark: '#0E1116' } as const;

/** Opens the one window of the application on its start page. Resolves as soon as the window exists. */
export function openWindow(parts: WindowParts): BrowserWindow {
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const { maximized, ...bounds } = restoreWindowState(parts.stateFile, displays);
  const background = nativeTheme.shouldUseDarkColors ? canvas.dark : canvas.light;
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Opora',
    icon: parts.icon,
    backgroundColor: background,
    titleBarStyle: 'hidden',
    titleBarOverlay: overlayOn(background),
    webPreferences: {
      preload: parts.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spell checker would fetch its dictionaries from a place outside the company.
      spellcheck: false,
      additionalArguments: [`--opora-host=${encodeURIComponent(JSON.stringify(parts.host))}`],
    },
  });
  // The menu exists for its keys; a bar shown by Alt would push the page down. The sizes above were meant without one.
  window.setMenuBarVisibility(false);
  window.setMinimumSize(smallestWindow.width, smallestWindow.height);
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberState(window, parts.stateFile);
  followThemeColor(window);
  returnAfterCrash(window);
  // A page that cannot be loaded is seen as an empty window; there is nothing this process could add to it.
  window.loadURL(startPage).catch(() => window.show());
  return window;
}

/** Shows the window again when another start of the same profile asked for it. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Loads the page again when its process is lost, at most three times a minute: a page that always falls must not spin. */
function returnAfterCrash(window: BrowserWindow): void {
  let returns: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = Date.now();
    returns = [...returns.filter((at) => now - at < 60_000), now];
    if (returns.length <= 3) window.webContents.reload();
  });
}

function rememberState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    // getNormalBounds is the place to return to when a maximised window is restored.
    saveWindowState(file, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
}
