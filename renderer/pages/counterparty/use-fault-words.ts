import { counterparties as dictionary } from '#renderer/i18n/ru/counterparties.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Fault } from '#renderer/pages/counterparty/requisite-checks.ts';

/** What is wrong with a requisite as a sentence; undefined when nothing is. */
export function useFaultWords(): (fault: Fault | null) => string | undefined {
  const t = useWords('counterparties');
  return (fault) => {
    if (!fault) return undefined;
    const key = Object.hasOwn(dictionary, fault.code) ? fault.code : 'REQUISITE_OTHER';
    return t(key as 'INN_LENGTH', fault.params as { length: string });
  };
}
