import { useEffect, useRef, useState } from 'react';
import { useDraft } from '#renderer/data/use-draft.ts';
import { focusProblem } from '#renderer/pages/form-fields/form-fields.tsx';
import type { Form } from '#shared/domain/form/form.ts';
import type { ValueProblem } from '#shared/domain/form/problems-of.ts';
import { valueProblems } from '#shared/domain/form/value-problems.ts';
import { sameValue } from '#shared/lib/canonical.ts';

/** What is kept of a request that has not been sent. */
export interface Kept {
  /** Of the service, under which it was begun. */
  version: number;
  requesterId: string;
  values: Record<string, unknown>;
}

/**
 * The values of a request as they are typed: checked on leaving a field and on sending, kept as a draft at each pause.
 * Nothing is there until `begin` has been called, once the form and the draft are known.
 */
export function useRequestForm(key: string, form: Form | null) {
  const draft = useDraft<Kept>(key);
  const [state, setState] = useState<Kept | null>(null);
  const [start, setStart] = useState<Kept | null>(null);
  const [foundAt, setFoundAt] = useState<number | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<readonly ValueProblem[]>([]);
  const [tries, setTries] = useState(0);
  const element = useRef<HTMLFormElement>(null);
  const all = state && form ? valueProblems(form, state.values) : [];
  const problems = [...(tries > 0 ? all : all.filter((one) => left.has(one.field))), ...told];

  const latest = useRef(problems);
  latest.current = problems;
  // After a try to send, the first wrong field takes the cursor; what a field cannot read comes before what the form says of it.
  useEffect(() => {
    if (tries === 0) return;
    if (latest.current.length > 0) return focusProblem(element.current, latest.current);
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);

  const ready = state !== null;
  useEffect(() => {
    if (ready)
      element.current?.querySelector<HTMLElement>('[data-field] :is(input, textarea)')?.focus({ preventScroll: true });
  }, [ready]);

  const set = (next: Kept) => {
    setTold([]);
    setState(next);
    if (start && sameValue(next.values, start.values) && next.requesterId === start.requesterId) void draft.drop();
    else draft.keep(next);
  };
  return {
    element,
    draft: draft.found,
    state,
    problems,
    keptAt: draft.keptAt,
    foundAt,
    /** `clean`: what the form is without a draft; `kept`: where the person goes on. */
    begin: (clean: Kept, kept: { value: Kept; at: number } | null) => {
      setStart(clean);
      setState(kept?.value ?? clean);
      setFoundAt(kept?.at ?? null);
    },
    set,
    leave: (field: string) => setLeft((before) => new Set([...before, field])),
    /** Leaves the field under the cursor and checks everything; true when it may be sent. */
    check: (): boolean => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      const unread = element.current?.querySelector('[aria-invalid="true"]') != null;
      if (all.length === 0 && !unread) return true;
      setTries((count) => count + 1);
      return false;
    },
    /** What the core found wrong, which the window did not. */
    tell: (more: readonly ValueProblem[]) => {
      setTold(more);
      setTries((count) => count + 1);
    },
    restart: async (clean: Kept) => {
      await draft.drop();
      setFoundAt(null);
      setLeft(new Set());
      setTold([]);
      setTries(0);
      setStart(clean);
      setState(clean);
    },
    drop: draft.drop,
  };
}
