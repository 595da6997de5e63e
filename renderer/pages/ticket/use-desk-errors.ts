import { useTranslation } from 'react-i18next';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useDirectory } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** A refusal of the desk as a sentence with its particulars: who has taken it, which tasks are open, until when somebody is away. */
export function useDeskErrors(): (error: CoreError) => string {
  const { t } = useTranslation('errors');
  // The particulars belong to the code, which is known only now.
  const told = t as (code: string, particulars: Record<string, string>) => string;
  const own = useWords('queues');
  const { employeeOf } = useDirectory();
  return (error) => {
    const { code, details } = error;
    const by = employeeOf(typeof details['by'] === 'string' ? details['by'] : null);
    if (code === 'ALREADY_TAKEN' && by) return own('takenBy', { name: by.fullName });
    const away = employeeOf(typeof details['employeeId'] === 'string' ? details['employeeId'] : null);
    if (code === 'EMPLOYEE_AWAY' && away) return own('awayNobody', { name: away.fullName });
    const particulars = Object.fromEntries(
      Object.entries(details).flatMap(([key, value]) =>
        typeof value === 'number'
          ? [[key, String(value)]]
          : typeof value === 'string'
            ? [[key, /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value]]
            : [],
      ),
    );
    return told(code, particulars);
  };
}
