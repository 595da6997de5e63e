import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, readDraft, writeDraft, writeDraftLeaving } from '#renderer/data/drafts.ts';
import { useSession } from '#renderer/state/session.ts';

/** A pause in typing, in milliseconds, after which it is kept. */
const PAUSE = 500;

/**
 * The draft of a form of the person at the window. `found` is undefined until it has been looked for.
 * `keep` writes at the next pause and when the page is left; `drop` forgets at once.
 */
export function useDraft<Value>(form: string) {
  const userId = useSession((session) => session.state?.user?.id ?? '');
  const key = `${userId}:${form}`;
  const [found, setFound] = useState<Draft<Value> | null | undefined>(undefined);
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const waiting = useRef<{ key: string; value: Value; timer: ReturnType<typeof setTimeout> } | null>(null);

  const flush = useCallback(() => {
    const now = waiting.current;
    if (!now) return;
    waiting.current = null;
    clearTimeout(now.timer);
    const at = Date.now();
    writeDraft(now.key, { at, value: now.value }).then(() => setKeptAt(at), console.error);
  }, []);

  useEffect(() => {
    let gone = false;
    setFound(undefined);
    setKeptAt(null);
    readDraft<Value>(key).then(
      (draft) => !gone && setFound(draft),
      () => !gone && setFound(null),
    );
    const hide = () => {
      const now = waiting.current;
      waiting.current = null;
      if (now) writeDraftLeaving(now.key, { at: Date.now(), value: now.value });
    };
    window.addEventListener('pagehide', hide);
    return () => {
      gone = true;
      window.removeEventListener('pagehide', hide);
      flush();
    };
  }, [key, flush]);

  const keep = useCallback(
    (value: Value) => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { key, value, timer: setTimeout(flush, PAUSE) };
    },
    [key, flush],
  );
  const drop = useCallback(async () => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    setKeptAt(null);
    await writeDraft(key, null).catch(console.error);
  }, [key]);
  return { found, keptAt, keep, drop };
}
