import { print as words } from '#renderer/i18n/ru/print.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { PrintFormName } from '#shared/domain/company/print-form.ts';

type Key = Extract<keyof typeof words, `block_${string}`>;
const known = (key: string): key is Key => Object.hasOwn(words, key);

/** What a block of a form is called. */
export function useBlockWords(): (form: PrintFormName, block: string) => string {
  const t = useWords('print');
  return (form, block) => {
    const key = `block_${form}_${block}`;
    return known(key) ? t(key) : block;
  };
}
