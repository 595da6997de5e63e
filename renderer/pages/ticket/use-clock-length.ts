import { withUnit } from '#renderer/i18n/format/sizes.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { clockParts } from '#renderer/pages/ticket/sla-words.ts';

/** Working minutes of a clock in words: `2 ч 29 мин`, `51 ч`. */
export function useClockLength(): (minutes: number) => string {
  const t = useWords('common');
  return (minutes) =>
    clockParts(minutes)
      .map((part) => withUnit(String(part.count), t(`unit_${part.unit}`)))
      .join(' ');
}
