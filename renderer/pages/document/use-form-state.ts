import { useEffect, useRef, useState } from 'react';
import { useDraft } from '#renderer/data/use-draft.ts';
import {
  type Definition,
  type FieldName,
  type FormFaults,
  type FormOf,
  type FormValues,
  faultsOf,
} from '#renderer/pages/document/form-values.ts';
import { isContract } from '#shared/domain/document.ts';
import { sameValue } from '#shared/lib/canonical.ts';

interface Kept {
  values: FormValues;
  /** What stood in the record when the person began: the other side of the merge. */
  seen: FormValues;
}

/**
 * The values of a form, checked on leaving a field and on saving, kept as a draft at each pause.
 * `start` is what the form begins with when there is no draft; null while it is not known.
 */
export function useFormState(
  key: string,
  start: FormValues | null,
  definitions: readonly Definition[] = [],
  formOf?: FormOf,
) {
  const draft = useDraft<Kept>(key);
  const [state, setState] = useState<Kept | null>(null);
  const [foundAt, setFoundAt] = useState<number | null>(null);
  const [left, setLeft] = useState<ReadonlySet<FieldName>>(new Set());
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another form begins anew
  useEffect(() => {
    setState(null);
    setFoundAt(null);
    setLeft(new Set());
    setTries(0);
  }, [key]);
  useEffect(() => {
    if (state !== null || draft.found === undefined || start === null) return;
    if (draft.found) {
      // A draft of another version may lack a field.
      const { values, seen } = draft.found.value;
      setState({ values: { ...start, ...values }, seen: { ...start, ...seen } });
      setFoundAt(draft.found.at);
    } else setState({ values: start, seen: start });
  }, [state, draft.found, start]);

  const all = state ? faultsOf(state.values, definitions, formOf) : {};
  const shown: FormFaults = {};
  for (const field of Object.keys(all) as FieldName[]) {
    const fault = all[field];
    if (fault && (tries > 0 || left.has(field))) shown[field] = fault;
  }

  // The form opens ready to type: the kind is known already; the number of a contract comes with its registration.
  const first = state && (isContract(state.seen.kind) || state.seen.kind === 'template' ? 'subject' : 'number');
  useEffect(() => {
    if (first) fieldIn(form.current, first)?.focus({ preventScroll: true });
  }, [first]);

  // After a try to save, the first wrong field in the order of the page takes the focus.
  useEffect(() => {
    if (tries > 0) focusFirstWrong(form.current);
  }, [tries]);

  return {
    form,
    values: state?.values ?? null,
    seen: state?.seen ?? null,
    faults: shown,
    draftFoundAt: foundAt,
    keptAt: draft.keptAt,
    change: (patch: Partial<FormValues>) =>
      setState((before) => {
        if (!before) return before;
        const next = { ...before, values: { ...before.values, ...patch } };
        if (sameValue(next.values, next.seen)) void draft.drop();
        else draft.keep(next);
        return next;
      }),
    leave: (field: FieldName) => setLeft((before) => new Set([...before, field])),
    /** Leaves the field under the cursor, checks everything; true when it may be saved. */
    check: (): boolean => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      const unread = form.current?.querySelector('[aria-invalid="true"]') != null;
      const clean = Object.keys(all).length === 0 && !unread;
      if (!clean) setTries((count) => count + 1);
      return clean;
    },
    restart: async (values: FormValues) => {
      await draft.drop();
      setFoundAt(null);
      setLeft(new Set());
      setTries(0);
      setState({ values, seen: values });
    },
    drop: draft.drop,
  };
}

const fieldIn = (form: HTMLFormElement | null, field: FieldName) =>
  form?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea)`);

function focusFirstWrong(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  wrong?.focus();
  wrong?.scrollIntoView({ block: 'center' });
}
