import css from '#renderer/components/registration-number.module.css';
import { useWords } from '#renderer/i18n/words.ts';

/** Splits «ВХ-НСК/2026-00418» before the sequence, the last run of digits after a separator; a bare number is all sequence. */
function splitNumber(number: string): [head: string, sequence: string] {
  const match = /^(.*[-/])(\d+\S{0,3})$/.exec(number);
  return match ? [match[1] ?? '', match[2] ?? ''] : ['', number];
}

/** Journal, branch and year are quiet; eyes go to the part that differs. Null is «без номера». */
export function RegistrationNumber({ number, plain }: { number: string | null; plain?: boolean }) {
  const t = useWords('status');
  if (number === null || number === '') return <span className={css['none']}>{t('noNumber')}</span>;
  if (plain) return <span className={css['whole']}>{number}</span>;
  const [head, sequence] = splitNumber(number);
  return (
    <span className={css['number']}>
      {head && <span className={css['head']}>{head}</span>}
      <b className={css['sequence']}>{sequence}</b>
    </span>
  );
}
