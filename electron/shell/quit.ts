import { app } from 'electron';

/** Longest time, in milliseconds, that the core may take to write what is open; after it the disk's own journal must serve. */
const closingTime = 10_000;

/**
 * Closes what is behind the window before anything of the window is taken down, once, whichever way the end came (window, menu, signal,
 * log off): nothing that goes wrong in the window's own end can then touch what is open.
 */
export function closeInOrder(close: () => Promise<void>): void {
  let state: 'running' | 'closing' | 'closed' = 'running';
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    const late = setTimeout(() => app.exit(1), closingTime);
    close().then(
      () => {
        clearTimeout(late);
        state = 'closed';
        app.quit();
      },
      (error: unknown) => {
        console.error(error);
        app.exit(1);
      },
    );
  });
}
