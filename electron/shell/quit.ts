import { app } from 'electron';

/** Longest time, in milliseconds, that the core may take to write what is open; after it the disk's own journal must serve. */
const closingTime = 10_000;

/** Closes what is behind the window before the process leaves, once, whichever way the end came (window, menu, signal, log off). */
export function closeInOrder(close: () => Promise<void>): void {
  let isClosing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isClosing) return;
    isClosing = true;
    event.preventDefault();
    const late = setTimeout(() => app.exit(1), closingTime);
    close().then(
      () => {
        clearTimeout(late);
        app.exit(0);
      },
      (error: unknown) => {
        console.error(error);
        app.exit(1);
      },
    );
  });
}
