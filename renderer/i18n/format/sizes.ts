import { formatCount, NBSP } from '#renderer/i18n/format/money.ts';

/** Bytes → the unit's key and the figure in it, so that the language words the unit: 1 887 436 → `1,8` МБ. */
export function sizeParts(bytes: number): { unit: 'byte' | 'kilo' | 'mega' | 'giga'; figure: string } {
  if (bytes < 1024) return { unit: 'byte', figure: formatCount(bytes) };
  if (bytes < 1024 ** 2) return { unit: 'kilo', figure: formatCount(Math.round(bytes / 1024)) };
  const giga = bytes >= 1024 ** 3;
  const value = bytes / 1024 ** (giga ? 3 : 2);
  return { unit: giga ? 'giga' : 'mega', figure: value.toFixed(1).replace('.', ',').replace(/,0$/, '') };
}

/** Minutes → days of 24 hours, hours and minutes; parts that are nothing are left out, at most two are told. */
export function durationParts(minutes: number): { unit: 'day' | 'hour' | 'minute'; count: number }[] {
  const whole = Math.max(0, Math.round(minutes));
  const parts = [
    { unit: 'day' as const, count: Math.floor(whole / 1440) },
    { unit: 'hour' as const, count: Math.floor((whole % 1440) / 60) },
    { unit: 'minute' as const, count: whole % 60 },
  ];
  const first = parts.findIndex((part) => part.count > 0);
  if (first < 0) return [{ unit: 'minute', count: 0 }];
  return parts.slice(first, first + 2).filter((part) => part.count > 0);
}

/** Joins a figure with its unit so that a line never ends between them. */
export const withUnit = (figure: string, unit: string): string => `${figure}${NBSP}${unit}`;
