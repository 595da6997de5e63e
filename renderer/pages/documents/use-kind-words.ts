import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#renderer/i18n/words.ts';
import type { KindNamed } from '#shared/queries/contract.ts';

/** What a document's kind is called: the company's own word where it has one. */
export function useKindWords(): (row: KindNamed) => string {
  const status = useWords('status');
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  return useCallback(
    ({ kind, kindLabel, kindLabelEn }) => ((english && kindLabelEn) || kindLabel) ?? String(status(`kind_${kind}`)),
    [status, english],
  );
}
