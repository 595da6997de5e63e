import { useWords } from '#renderer/i18n/words.ts';
import type { WorkItem } from '#shared/queries/work.ts';

/** How a key date is called: by the name it was given, otherwise by what happens on that day. Null for other items. */
export function useKeyDateTitle(): (item: WorkItem) => string | null {
  const t = useWords('contract');
  return (item) => (item.type === 'key_date' ? item.text || t(`keyDate_${item.keyDateKind ?? 'custom'}`) : null);
}
