import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { CoreEvent, Reply } from '#shared/ipc/bridge.ts';

/** What the shell saw of the frame that sent a message; checked by the router. */
export interface FrameSeen {
  isMainFrame: boolean;
  isOwnWindow: boolean;
  url: string;
}

/** Answers one kind of message from pages; `window` tells the application's own window, undefined when it is closed. */
export function answerCalls(
  message: string,
  window: () => BrowserWindow | undefined,
  answer: (sender: FrameSeen, message: unknown) => Promise<Reply>,
): void {
  ipcMain.handle(message, (event, value: unknown) => answer(frameOf(event, window()), value));
}

/** Hears one kind of message that expects no answer. */
export function hearMessages(
  message: string,
  window: () => BrowserWindow | undefined,
  hear: (sender: FrameSeen, message: unknown) => void,
): void {
  ipcMain.on(message, (event, value: unknown) => hear(frameOf(event, window()), value));
}

/** How events reach the window's page: `isLoaded` is false while a page is loading or the window is gone. */
export function pageOf(message: string, window: () => BrowserWindow | undefined) {
  const contents = () => {
    const open = window();
    return open && !open.isDestroyed() ? open.webContents : undefined;
  };
  return {
    isLoaded: () => contents()?.isLoadingMainFrame() === false,
    send: (event: CoreEvent) => contents()?.send(message, event),
  };
}

function frameOf(event: IpcMainInvokeEvent | IpcMainEvent, window: BrowserWindow | undefined): FrameSeen {
  // The frame is null when it was destroyed or went elsewhere before the message was read: then nobody is answered.
  const frame = event.senderFrame;
  return {
    isMainFrame: frame !== null && frame.parent === null,
    isOwnWindow: window !== undefined && !window.isDestroyed() && event.sender === window.webContents,
    url: frame?.url ?? '',
  };
}
