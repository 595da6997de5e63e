import { useEffect } from 'react';
import { create } from 'zustand';
import { onEvent } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import type { Transfer } from '#shared/ipc/file-channels.ts';

/** Figures move many times a second; a person reads a few of them. Milliseconds. */
const pause = 250;

const useStore = create<{ list: readonly Transfer[] | null }>()(() => ({ list: null }));
let followers = 0;
let timer: ReturnType<typeof setTimeout> | null = null;
let stop: (() => void) | null = null;

function read(): void {
  ask('files.transfers', {}).then(
    (list) => useStore.setState({ list }),
    (fault: unknown) => console.error(fault),
  );
}

function readSoon(): void {
  timer ??= setTimeout(() => {
    timer = null;
    read();
  }, pause);
}

/** Follows the files on their way while something shows them; however many places do, the core is asked once. */
function useFollow(): void {
  useEffect(() => {
    followers += 1;
    if (followers === 1) {
      read();
      stop = onEvent((event) => {
        const moved = event.type === 'changed' && event.changes.some((change) => change.entity === 'attachment');
        if (event.type === 'status' || event.type === 'session' || moved) readSoon();
      });
    }
    return () => {
      followers -= 1;
      if (followers > 0) return;
      stop?.();
      if (timer) clearTimeout(timer);
      timer = null;
    };
  }, []);
}

/** All files on their way; null until the core has told. */
export function useTransfers(): readonly Transfer[] | null {
  useFollow();
  return useStore((store) => store.list);
}

/** The transfer of the file with these bytes, if there is one. */
export function useTransfer(sha256: string): Transfer | undefined {
  useFollow();
  return useStore((store) => store.list?.find((one) => one.sha256 === sha256));
}

/** Reads anew after a person has pressed something. */
export const refreshTransfers = read;
