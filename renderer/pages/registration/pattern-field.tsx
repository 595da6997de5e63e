import { useRef } from 'react';
import { Note } from '#renderer/components/note.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/registration/journals.module.css';
import { missingPart } from '#renderer/pages/registration/number-example.ts';
import type { JournalPeriod } from '#shared/domain/registration/journal.ts';
import { patternFault } from '#shared/domain/registration/pattern.ts';

const parts = ['journal', 'branch', 'yyyy', 'yy', 'mm', 'case', 'kind', 'seq'] as const;

/** How the numbers of a journal look: the parts that can be put in, and a number as it will be. */
export function PatternField(props: {
  value: string;
  onChange: (pattern: string) => void;
  error: string | undefined;
  period: JournalPeriod;
  /** The number that the pattern makes. */
  example: string;
}) {
  const { value, onChange, period } = props;
  const t = useWords('journals');
  const field = useRef<HTMLInputElement>(null);
  const missing = patternFault(value) === null ? missingPart(value, period) : null;
  const put = (part: string) => {
    const at = field.current?.selectionStart ?? value.length;
    const end = field.current?.selectionEnd ?? at;
    onChange(`${value.slice(0, at)}${part}${value.slice(end)}`);
    // The cursor goes on behind what was put in, once the new text is there.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + part.length, at + part.length);
    });
  };
  return (
    <div className={css['pattern']}>
      <TextField
        ref={field}
        label={t('pattern')}
        value={value}
        onChange={onChange}
        error={props.error}
        maxLength={120}
        required
      />
      <fieldset className={css['parts']} aria-label={t('patternParts')}>
        {parts.map((part) => {
          const token = part === 'seq' ? '{seq:5}' : `{${part}}`;
          return (
            <button key={part} type="button" className={css['part']} onClick={() => put(token)}>
              <code>{token}</code> {t(`part_${part}`)}
            </button>
          );
        })}
      </fieldset>
      <div className={css['preview']} role="status">
        <span className={css['quiet']}>{t('example')}</span>
        {patternFault(value) === null ? <RegistrationNumber number={props.example} /> : '–'}
      </div>
      {missing && <Note tone="amber" title={t('patternRepeats', { part: t(`part${missing}`) })} />}
    </div>
  );
}
