import { useEffect, useState } from 'react';
import { ask } from '#renderer/data/core.ts';
import type { Inspection, Trouble } from '#shared/ipc/recovery-channels.ts';

/** How often the centre is looked for while the rescue needs it, in milliseconds. */
const lookAgainAfter = 3_000;

/** What the core has found; null while it looks, and for good where there is no core to ask. Looks again until the centre answers. */
export function useInspection(trouble: Trouble | null): Inspection | null {
  const [found, setFound] = useState<Inspection | null>(null);
  const code = trouble?.code ?? null;
  useEffect(() => {
    if (code === null) return;
    let over = false;
    let timer: number | undefined;
    const look = () =>
      ask('recovery.inspect', {}).then(
        (inspection) => {
          if (over) return;
          setFound(inspection);
          const waits = inspection.steps[0] === 'download' && inspection.centre === 'unreachable';
          if (waits) timer = window.setTimeout(look, lookAgainAfter);
        },
        () => undefined,
      );
    void look();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [code]);
  return code === null ? null : found;
}
