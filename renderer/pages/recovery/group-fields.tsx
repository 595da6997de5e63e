import { TextInput } from '@mantine/core';
import { type ClipboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/recovery/recovery.module.css';
import { groupCount, groupLength, readGroup, splitGroups } from '#shared/lib/recovery-groups.ts';

/** Fields for groups of the recovery key; each says by itself when it is mistyped. `numbers`: which groups are asked for, from 0. */
export function GroupFields(props: {
  legend: string;
  hint?: string;
  numbers: readonly number[];
  values: readonly string[];
  /** Groups that the core refused. */
  wrong: readonly number[];
  onChange: (values: string[]) => void;
}) {
  const t = useWords('recovery');
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  // A refusal stands at the field it speaks of, and so does the cursor.
  const { wrong, numbers } = props;
  useEffect(() => {
    const first = numbers.findIndex((number) => wrong.includes(number));
    if (first >= 0) fields.current[first]?.focus();
  }, [wrong, numbers]);
  const set = (at: number, text: string) => props.onChange(props.values.map((value, n) => (n === at ? text : value)));
  const paste = (at: number, event: ClipboardEvent<HTMLInputElement>) => {
    const groups = splitGroups(event.clipboardData.getData('text'));
    if (groups.length < 2) return;
    event.preventDefault();
    props.onChange(props.values.map((value, n) => groups[n - at] ?? value));
    setLeft(new Set(props.numbers));
  };
  return (
    <fieldset className={css['groups']}>
      <legend>{props.legend}</legend>
      {props.numbers.map((number, at) => {
        const value = props.values[at] ?? '';
        const bad = props.wrong.includes(number) || (left.has(number) && value !== '' && !readGroup(value, number));
        return (
          <TextInput
            key={number}
            ref={(field) => {
              fields.current[at] = field;
            }}
            label={t('group', { number: number + 1 })}
            value={value}
            error={bad && t(value === '' ? 'groupEmpty' : 'groupWrong', { number: number + 1 })}
            autoComplete="off"
            spellCheck={false}
            data-autofocus={at === 0 || undefined}
            onPaste={(event) => paste(at, event)}
            onBlur={() => setLeft((before) => new Set([...before, number]))}
            onChange={(event) => {
              const text = event.currentTarget.value;
              set(at, text);
              const full = text.replace(/[\s-]/g, '').length === groupLength;
              if (full && text.length > value.length) fields.current[at + 1]?.focus();
            }}
          />
        );
      })}
      {props.hint && <p className={css['quiet']}>{props.hint}</p>}
    </fieldset>
  );
}

export const allGroups: readonly number[] = Array.from({ length: groupCount }, (_, at) => at);
export const noGroups = (): string[] => allGroups.map(() => '');
