import { useTranslation } from 'react-i18next';
import { NBSP } from '#renderer/i18n/format/money.ts';
import { nameInCase } from '#renderer/pages/approval/name-cases.ts';
import type { GrammaticalCase } from '#shared/lib/words/names.ts';

/** The parts of a name never part at a line's end. */
export const whole = (name: string): string => name.trim().replace(/\s+/g, NBSP);

/** Names inside sentences: in Russian they take the case of the sentence, in English they stay as typed. */
export function useNames(): (name: string, to?: GrammaticalCase) => string {
  const { i18n } = useTranslation();
  return (name, to = 'nominative') =>
    whole(i18n.language === 'en' || to === 'nominative' ? name : nameInCase(name, to));
}
