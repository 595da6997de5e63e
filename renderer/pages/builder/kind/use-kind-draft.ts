import { useCallback, useEffect, useRef, useState } from 'react';
import { runCommand } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import { type Form, form as formSchema } from '#shared/domain/form/form.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import type { KindSetup } from '#shared/queries/kind.ts';

/** A pause in typing, in milliseconds, after which the draft is written. */
const PAUSE = 1_200;

type SaveState = 'saved' | 'waiting' | 'saving' | 'unfit' | 'failed' | 'conflict';

/** The draft of a kind's form, kept by itself after a pause; what somebody else wrote meanwhile is not written over. */
export function useKindDraft({ row, form }: KindSetup) {
  const [first] = useState<Form>(() => row.draft ?? form ?? { sections: [] });
  const [draft, setDraft] = useState(first);
  const [state, setState] = useState<SaveState>('saved');
  const [error, setError] = useState<CoreError | null>(null);
  /** What stands in the record as far as this window knows. */
  const seen = useRef<Form | null>(row.draft);
  const latest = useRef(draft);
  latest.current = draft;

  const save = useCallback(async (): Promise<boolean> => {
    const wanted = latest.current;
    if (sameValue(wanted, seen.current ?? first)) return true;
    if (!formSchema.safeParse(wanted).success) {
      setState('unfit');
      return false;
    }
    setState('saving');
    try {
      const args = { id: row.id, patch: { draft: wanted }, base: { draft: seen.current } };
      const reply = await runCommand('document_kind.update', args);
      const { conflict } = reply.result as { conflict: string | null };
      if (!conflict) seen.current = wanted;
      setState(conflict ? 'conflict' : sameValue(latest.current, wanted) ? 'saved' : 'waiting');
      setError(null);
      return conflict === null;
    } catch (fault) {
      setError(asCoreError(fault));
      setState('failed');
      return false;
    }
  }, [row.id, first]);

  useEffect(() => {
    if (sameValue(draft, seen.current ?? first)) return;
    setState('waiting');
    const timer = setTimeout(() => void save(), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, save, first]);
  // A window that is left writes what it has.
  useEffect(() => () => void save(), [save]);

  return {
    form: draft,
    change: (next: (form: Form) => Form) => setDraft(next),
    state,
    error,
    save,
    /** What was a draft is in force: the record has none any more. */
    published: () => {
      seen.current = null;
    },
    first,
  };
}
