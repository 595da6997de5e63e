import { useTranslation } from 'react-i18next';
import type { CoreError } from '#renderer/data/core-error.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { told } from '#renderer/i18n/ru/told.ts';

const tellable = told as Record<string, string>;

/** A refusal as a sentence of the window's language, with what it is about where the core has told it. */
export function useErrorWords(): (error: Pick<CoreError, 'code' | 'details'>) => string {
  const { t } = useTranslation('errors');
  // The parameters of each are checked against what the core has told.
  const tell = useTranslation('told').t as unknown as (code: string, named: Record<string, string>) => string;
  return ({ code, details }) => {
    const names = [...(tellable[code] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');
    const isTold = names.length > 0 && names.every((name) => (details[name] ?? '') !== '');
    return isTold ? tell(code, worded(details)) : t(code);
  };
}

/** Dates as people write them. */
const worded = (details: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      const text = String(value);
      return [name, /^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text) : text];
    }),
  );
