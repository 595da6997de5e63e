import { print as words } from '#renderer/i18n/ru/print.ts';
import { useWords } from '#renderer/i18n/words.ts';

type Key = Extract<keyof typeof words, `problem_${string}`>;
const known = (key: string): key is Key => Object.hasOwn(words, key);

/** Why a file takes no stamp, as a sentence. */
export function useStampWords(): (problem: string) => string {
  const t = useWords('print');
  return (problem) => {
    const key = `problem_${problem}`;
    return known(key) ? t(key) : t('problem_PDF_DAMAGED');
  };
}
