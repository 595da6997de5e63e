import { useCallback, useEffect, useState } from 'react';
import { onEvent } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import type { FileSpace, Pin } from '#shared/ipc/file-channels.ts';

/** Reads something of the files at once and after every change of their places. */
function useKept<Value>(read: () => Promise<Value>) {
  const [value, setValue] = useState<Value | null>(null);
  const refresh = useCallback(() => {
    read().then(setValue, (fault: unknown) => console.error(fault));
  }, [read]);
  useEffect(() => {
    refresh();
    return onEvent((event) => {
      const files = event.type === 'changed' && event.changes.some((change) => change.entity === 'attachment');
      if (files || event.type === 'session') refresh();
    });
  }, [refresh]);
  return { value, setValue, refresh };
}

const readSpace = () => ask('files.space', {});
const readPins = () => ask('files.pins', {});

/** How much room files take here, with the limit and the way to free some. */
export function useFileRoom() {
  const { value: space, setValue } = useKept<FileSpace>(readSpace);
  const [freed, setFreed] = useState<number | null>(null);
  const limit = useAction(async (bytes: number) => setValue(await ask('files.limit', { bytes })));
  const free = useAction(async () => {
    const done = await ask('files.free', {});
    setFreed(done.bytes);
    setValue(done.space);
  });
  return { space, limit, free, freed };
}

export function usePins() {
  const { value: pins, refresh } = useKept<Pin[]>(readPins);
  return { pins, refresh };
}
