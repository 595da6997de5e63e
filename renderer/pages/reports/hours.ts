import i18next from 'i18next';
import { formatCount, NBSP } from '#renderer/i18n/format/money.ts';

/** Working minutes → hours with one figure behind the comma, as a number for tables; null stays unknown. */
export const hoursOf = (minutes: number | null): number | null =>
  minutes === null ? null : Math.round(minutes / 6) / 10;

/** Working minutes → `38,4`; unknown → a dash. */
export function hoursText(minutes: number | null): string {
  const hours = hoursOf(minutes);
  return hours === null ? '–' : decimalText(hours);
}

const english = (): boolean => i18next.language === 'en';

/** 1234.5 → `1 234,5`, in English `1 234.5`. */
export function decimalText(value: number): string {
  const tenths = Math.round(Math.abs(value) * 10);
  return `${value < 0 && tenths > 0 ? '\u2212' : ''}${formatCount(Math.floor(tenths / 10))}${english() ? '.' : ','}${tenths % 10}`;
}

/** Whole percents of a share; null when there is nothing to share. */
export const shareOf = (met: number, of: number): number | null => (of === 0 ? null : Math.round((met / of) * 100));

export const percentText = (share: number | null): string =>
  share === null ? '–' : `${share}${english() ? '' : NBSP}%`;
