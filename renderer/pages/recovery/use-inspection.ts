import { useEffect, useState } from 'react';
import { ask } from '#renderer/data/core.ts';
import type { Inspection, Trouble } from '#shared/ipc/recovery-channels.ts';

/** How often the centre is looked for while the rescue needs it, in milliseconds. */
const lookAgainAfter = 3_000;

export interface Looked {
  /** null: nobody can be asked, since there is no core. */
  inspection: Inspection | null;
}

/** What the core has found; null while it looks. Looks again until the centre answers. */
export function useInspection(trouble: Trouble | null): Looked | null {
  const [found, setFound] = useState<Looked | null>(null);
  const code = trouble?.code ?? null;
  useEffect(() => {
    if (code === null) return;
    let over = false;
    let timer: number | undefined;
    const look = () =>
      ask('recovery.inspect', {}).then(
        (inspection) => {
          if (over) return;
          setFound({ inspection });
          const waits = inspection.steps[0] === 'download' && inspection.centre === 'unreachable';
          if (waits) timer = window.setTimeout(look, lookAgainAfter);
        },
        () => {
          if (!over) setFound((before) => before ?? { inspection: null });
        },
      );
    setFound(null);
    void look();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [code]);
  return code === null ? null : found;
}
