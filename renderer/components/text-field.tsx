import { Textarea, TextInput } from '@mantine/core';
import { IconAlertCircle, IconLock } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import css from '#renderer/components/text-field.module.css';
import { useSettled } from '#renderer/components/use-settled.ts';

export interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** A sentence; the typed value keeps its colour. */
  error?: string | undefined;
  /** What the value means, under the field. */
  hint?: ReactNode;
  required?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
  maxLength?: number;
  /** Rows of a text that may be long; absent: one line. */
  rows?: number;
  icon?: ReactNode;
  type?: 'text' | 'password' | 'email' | 'tel' | 'search';
  autoComplete?: string;
  ref?: Ref<HTMLInputElement>;
}

/** Height of a line of a text and what stands above and below its lines, in pixels. */
const LINE = 20;
const PADDING = 12;
/** Up to this length a text is searched for places where its long words can be torn. */
const TORN = 10_000;
const longWord = /\S{30}/;

/** A labelled line or text. The error stands under it, as close as possible to what it speaks of. */
export function TextField(props: TextFieldProps) {
  const { onChange, hint: meaning, error: fault, rows, icon, ref, required = false, type = 'text', ...rest } = props;
  const hint = useSettled(meaning);
  const error = useSettled(fault);
  const shared = {
    ...rest,
    error: error ?? false,
    description: hint,
    withAsterisk: false,
    'aria-required': required,
    // In a dialog the trap of the focus looks for this mark.
    'data-autofocus': props.autoFocus || undefined,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (rows)
    return (
      <Textarea
        {...shared}
        rows={rows}
        data-torn={(props.value.length <= TORN && longWord.test(props.value)) || undefined}
        classNames={{ input: css['area'] ?? '' }}
        styles={{ input: { minHeight: rows * LINE + PADDING, maxHeight: rows * 3 * LINE + PADDING } }}
      />
    );
  return (
    <TextInput
      {...shared}
      ref={ref ?? null}
      type={type}
      leftSection={icon}
      rightSection={
        error ? <IconAlertCircle size={16} stroke={1.6} className={css['wrong']} aria-hidden="true" /> : null
      }
    />
  );
}

/** A value that is not typed: it says where it will come from. */
export function FixedField({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <span className={css['label']}>{label}</span>
      <div className={css['fixed']}>
        <IconLock size={16} stroke={1.6} aria-hidden="true" />
        {children}
      </div>
    </div>
  );
}
