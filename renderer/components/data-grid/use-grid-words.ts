import { useWords } from '#renderer/i18n/words.ts';

/** What the grid's own library says to screen readers, in the window's language. */
export function useGridWords(label: string): Record<string, string> {
  const t = useWords('grid');
  return {
    ariaLabelCell: label,
    ariaRowToggleSelection: t('toggleRow'),
    ariaRowSelect: t('toggleRow'),
    ariaRowDeselect: t('toggleRow'),
    ariaRowSelectAll: t('selectAll'),
    ariaSortableColumn: t('sort'),
  };
}
