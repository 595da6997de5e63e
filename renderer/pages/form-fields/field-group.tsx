import { type ReactNode, useId } from 'react';
import css from '#renderer/pages/form-fields/form-fields.module.css';

/** Several inputs that are one field: a caption, the inputs, the hint, the fault. */
export function FieldGroup(props: {
  label: string;
  hint?: string | null;
  error?: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  const told = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset className={css['group']} aria-describedby={told || undefined}>
      <legend>{props.label}</legend>
      {props.children}
      {props.hint && (
        <p className={css['hint']} id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p className={css['error']} id={`${id}-error`}>
          {props.error}
        </p>
      )}
    </fieldset>
  );
}

/** What a field of several inputs gets besides what every field gets. */
export interface GroupProps {
  label: string;
  error: string | undefined;
}
