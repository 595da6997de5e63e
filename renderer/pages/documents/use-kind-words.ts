import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#renderer/i18n/words.ts';
import type { DocumentKind } from '#shared/domain/document.ts';

interface Kinded {
  kind: DocumentKind;
  /** What the company calls its own kind, and its English name when it has one. */
  kindLabel?: string | null;
  kindLabelEn?: string | null;
}

/** What a document's kind is called: the company's own word where it has one. */
export function useKindWords(): (row: Kinded) => string {
  const status = useWords('status');
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  return useCallback(
    ({ kind, kindLabel, kindLabelEn }) =>
      (english ? (kindLabelEn ?? kindLabel) : kindLabel) ?? String(status(`kind_${kind}`)),
    [status, english],
  );
}
