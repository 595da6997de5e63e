import { useCallback, useEffect, useState } from 'react';
import { onEvent } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import type { PinEntity, PinState } from '#shared/ipc/file-channels.ts';

/** Whether a case is kept for work without a link, how much of it is here, and the switch. */
export function usePin(entity: PinEntity, id: string) {
  const [state, setState] = useState<PinState | null>(null);
  const read = useCallback(() => {
    let gone = false;
    ask('files.pin-state', { entity, id }).then(
      (found) => !gone && setState(found),
      (fault: unknown) => console.error(fault),
    );
    return () => {
      gone = true;
    };
  }, [entity, id]);
  useEffect(() => {
    let forget = read();
    const stop = onEvent((event) => {
      const files = event.type === 'changed' && event.changes.some((change) => change.entity === 'attachment');
      if (!files && event.type !== 'session') return;
      forget();
      forget = read();
    });
    return () => {
      forget();
      stop();
    };
  }, [read]);
  const turn = useAction(async () => setState(await ask(state?.pinned ? 'files.unpin' : 'files.pin', { entity, id })));
  return { state, turn };
}
