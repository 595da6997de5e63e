import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useOwnKinds } from '#renderer/pages/document/use-own-kinds.ts';
import { useOwnFields } from '#renderer/pages/documents/use-own-fields.ts';
import { useOwnWords } from '#renderer/pages/documents/use-own-words.ts';
import { type DocumentKind, type DocumentState, documentKinds } from '#shared/domain/document.ts';
import type { GroupBand, GroupColumn } from '#shared/queries/document.ts';

const isKind = (key: string): key is DocumentKind => (documentKinds as readonly string[]).includes(key);

/** What a group is called. */
export function useGroupWords(by: GroupColumn | null): (band: GroupBand) => string {
  const t = useWords('register');
  const status = useWords('status');
  const { i18n } = useTranslation();
  const { branchOf, employeeOf } = useDirectory();
  const kinds = useOwnKinds();
  const own = useOwnFields().find((field) => `custom:${field.key}` === by);
  const words = useOwnWords();
  return useCallback(
    ({ group, name }) => {
      if (group === '') return t('groupEmpty');
      if (by === 'kind')
        return isKind(group)
          ? status(`kind_${group}`)
          : (kinds?.find(({ line }) => line.id === group)?.name ?? name ?? '…');
      if (by === 'state') return status(`state_${group as DocumentState}`);
      if (by === 'branch') return branchOf(group)?.city ?? '…';
      if (by === 'month') return monthWords(group, i18n.language);
      if (by === 'responsible' || by === 'counterparty') return name ?? employeeOf(group)?.fullName ?? '…';
      if (own?.type === 'number' || own?.type === 'money') return words(own.type, Number(group));
      if (own?.type === 'flag') return words('flag', Number(group) === 1);
      return name ?? words(own?.type ?? 'text', group);
    },
    [by, t, status, i18n.language, branchOf, employeeOf, kinds, own, words],
  );
}

/** `2026-03` → «Март 2026». */
function monthWords(month: string, language: string): string {
  const words = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00Z`),
  );
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${month.slice(0, 4)}`;
}
