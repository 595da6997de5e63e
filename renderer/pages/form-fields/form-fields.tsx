import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { useSettled } from '#renderer/components/use-settled.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { FieldInput } from '#renderer/pages/form-fields/field-input.tsx';
import { filesIn } from '#renderer/pages/form-fields/files-in.ts';
import css from '#renderer/pages/form-fields/form-fields.module.css';
import type { PeopleFacts } from '#renderer/pages/form-fields/people-choices.ts';
import { useProblemWords } from '#renderer/pages/form-fields/use-problem-words.ts';
import { heldType } from '#shared/domain/form/calculated-type.ts';
import { evaluate } from '#shared/domain/form/evaluate.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import type { Form, FormField } from '#shared/domain/form/form.ts';
import type { ValueProblem } from '#shared/domain/form/problems-of.ts';
import type { FileValue } from '#shared/domain/form/value-types.ts';
import { isRequired } from '#shared/domain/form/visible-fields.ts';

/** What the place of a form lends to it. */
export interface FormContext {
  /** Keeps files until they can be attached; absent: file fields are shown and take nothing, as in a try-out. */
  takeFiles?: (files: readonly File[]) => Promise<FileValue[]>;
  /** What the place has to say under a field: a calendar under a period, articles under a text. */
  below?: (field: FormField) => ReactNode;
  /** What it knows of the people who may be named in a field: who is out of the question, who is away. */
  people?: (field: FormField) => PeopleFacts | undefined;
}

export interface FormFieldsProps {
  form: Form;
  /** As they are typed, those of hidden fields included: `formValues` gives what is sent. */
  values: Record<string, unknown>;
  /** Those to be shown now: of fields that were left, of all after a try to send. */
  problems: readonly ValueProblem[];
  /** The whole next record. */
  onChange: (next: Record<string, unknown>) => void;
  onLeave?: (key: string) => void;
  context?: FormContext;
}

/** A form as its definition says: sections, fields that come and go, what is calculated, what is wrong under its field. */
export function FormFields({ form, values, problems: found, onChange, onLeave, context = {} }: FormFieldsProps) {
  const problems = useSettled(found);
  const { fields, values: kept } = useMemo(() => evaluate(form, values, 'draft'), [form, values]);
  const byKey = useMemo(() => fieldsByKey(form), [form]);
  const today = useClock().today();
  const words = useProblemWords(form);
  const shown = new Set(fields);
  const standing = Object.fromEntries(kept);
  const latest = useRef({ values, onChange });
  latest.current = { values, onChange };
  // Answers that take a while, as the hash of a file, come upon values that have changed meanwhile.
  const change = (key: string, value: unknown) => {
    latest.current.values = { ...latest.current.values, [key]: value };
    latest.current.onChange(latest.current.values);
  };
  const { takeFiles } = context;
  const firstFile = fields.find((field) => field.type === 'file')?.key;
  const add = async (key: string, files: readonly File[]) => {
    if (!takeFiles || files.length === 0) return;
    const taken = await takeFiles(files);
    const before = filesIn(latest.current.values[key]);
    const fresh = taken.filter((file) => !before.some((one) => one.sha256 === file.sha256 && one.name === file.name));
    change(key, [...before, ...fresh]);
  };
  usePastedFiles(firstFile === undefined ? null : (files) => void add(firstFile, files));
  return (
    <div className={css['form']}>
      {form.sections.map((section) => {
        const own = section.fields.filter((field) => shown.has(field));
        if (own.length === 0) return null;
        return (
          <Section key={section.key} title={section.title} hint={section.hint}>
            {own.map((field) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that its own field was left
              <div
                key={field.key}
                data-field={field.key}
                className={css['field']}
                onBlur={(event) => {
                  const { currentTarget, relatedTarget } = event;
                  const inside = currentTarget.contains(relatedTarget) || relatedTarget?.closest('[data-portal]');
                  if (!inside) onLeave?.(field.key);
                }}
              >
                <FieldInput
                  field={field}
                  value={field.type === 'calculated' ? kept.get(field.key) : values[field.key]}
                  isMoney={heldType(byKey, field) === 'money'}
                  required={isRequired(field, standing)}
                  today={today}
                  problems={problems.filter((one) => one.field === field.key)}
                  words={words}
                  people={context.people?.(field)}
                  onChange={(value) => change(field.key, value)}
                  onFiles={takeFiles ? (files) => void add(field.key, files) : undefined}
                />
                {context.below && <div className={css['below']}>{context.below(field)}</div>}
              </div>
            ))}
          </Section>
        );
      })}
    </div>
  );
}

function Section(props: { title: string; hint: string | null; children: ReactNode }) {
  const id = useId();
  return (
    <section className={css['section']} aria-labelledby={props.title ? id : undefined}>
      {props.title && (
        <h2 className={css['title']} id={id}>
          {props.title}
        </h2>
      )}
      {props.hint && <p className={css['lead']}>{props.hint}</p>}
      {props.children}
    </section>
  );
}

/** A picture of the clipboard goes to the first field that takes files; pasted text stays where it is pasted. */
function usePastedFiles(take: ((files: readonly File[]) => void) | null): void {
  const latest = useRef(take);
  latest.current = take;
  const listens = take !== null;
  useEffect(() => {
    if (!listens) return;
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current?.(files);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [listens]);
}

/** Takes the cursor to the first of the problems in the order of the page. */
export function focusProblem(root: HTMLElement | null, problems: readonly ValueProblem[]): void {
  for (const { field, row, column } of problems) {
    const place = root?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    const line = row === undefined ? null : place?.querySelector<HTMLElement>(`[data-row="${row}"]`);
    const cell = column ? line?.querySelector<HTMLElement>(`[data-column="${CSS.escape(column)}"]`) : null;
    const target = (cell ?? line ?? place)?.querySelector<HTMLElement>('input, textarea, button');
    if (!target) continue;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'center' });
    return;
  }
}
