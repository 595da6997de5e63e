import type { CoreEvent } from '#shared/ipc/bridge.ts';

/** One window that listens; `isLoaded` turns true when its preload can hear. */
export interface Listener {
  isLoaded(): boolean;
  send(event: CoreEvent): void;
}

/**
 * Carries events to the window. What the person asked for before the page was there (a link or a file the program was started with)
 * waits for it; everything else a page that is not loaded will read by itself.
 */
export function createPublisher(listener: Listener) {
  let waiting: CoreEvent[] = [];
  return {
    publish(event: CoreEvent): void {
      if (listener.isLoaded()) listener.send(event);
      else if (event.type === 'navigate' || event.type === 'files-dropped') waiting.push(event);
    },
    /** Call when the page has loaded: hands over what waited, in order. */
    flush(): void {
      const events = waiting;
      waiting = [];
      for (const event of events) listener.send(event);
    },
  };
}
