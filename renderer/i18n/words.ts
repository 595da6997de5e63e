import i18next, { type TFunction } from 'i18next';
import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { russian } from '#renderer/i18n/dictionary-ru.ts';
import { daysBetween } from '#renderer/i18n/format/dates.ts';
import { durationParts, sizeParts, withUnit } from '#renderer/i18n/format/sizes.ts';

type Namespace = keyof typeof russian;

const followLanguage = (heard: () => void): (() => void) => {
  i18next.on('languageChanged', heard);
  return () => i18next.off('languageChanged', heard);
};
const language = (): string => i18next.language;
const kept = new Map<string, unknown>();

/**
 * Words of one page first, the common ones behind `common:`. All dictionaries are there from the start, so the language is all there is
 * to follow: a line of a register has six components that ask, and the library's own way costs each more than drawing it.
 */
export function useWords<N extends Namespace>(namespace: N): TFunction<N> {
  return wordsIn(useSyncExternalStore(followLanguage, language, language), namespace);
}

function wordsIn<N extends Namespace>(chosen: string, namespace: N): TFunction<N> {
  const key = `${chosen} ${namespace}`;
  const known = (kept.get(key) as TFunction<N> | undefined) ?? i18next.getFixedT(chosen, namespace as Namespace);
  kept.set(key, known);
  return known;
}

/** Sizes, durations and near days in the language of the window. */
export function useFormats() {
  const { t } = useTranslation('common');
  return useMemo(
    () => ({
      /** Bytes → `1,8 МБ`. */
      size(bytes: number): string {
        const { unit, figure } = sizeParts(bytes);
        return withUnit(figure, t(`unit_${unit}`));
      },
      /** Minutes → `3 ч 20 мин`. */
      duration(minutes: number): string {
        return durationParts(minutes)
          .map((part) => withUnit(String(part.count), t(`unit_${part.unit}`)))
          .join(' ');
      },
      /** A date in words: the last and the next two days by name, further ones by distance. */
      relativeDay(date: string, today: string): string {
        const days = daysBetween(today, date);
        if (days === 0) return t('today');
        if (days === 1) return t('tomorrow');
        if (days === -1) return t('yesterday');
        return days > 0 ? t('inDays', { count: days }) : t('daysAgo', { count: -days });
      },
      weekday(date: string): string {
        const index = new Date(`${date}T00:00Z`).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6;
        return t(`weekday${index}`);
      },
      weekdayShort(date: string): string {
        const index = new Date(`${date}T00:00Z`).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6;
        return t(`weekdayShort${index}`);
      },
    }),
    [t],
  );
}
