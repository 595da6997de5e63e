import { useMemo } from 'react';
import { useClock } from '#renderer/data/directory.tsx';
import { addDays } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { builtIn, type NamedView, useSavedViews } from '#renderer/pages/documents/use-views.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';

/** A contract that ends within so many days is one to think of now. */
const EXPIRING = 60;
const inForce: DocumentFilter = { states: ['reg', 'perform'] };

/** The tabs of the register of contracts: what everybody has, then the person's own. */
export function useContractViews(): NamedView[] {
  const t = useWords('contracts');
  const today = useClock().today();
  const saved = useSavedViews('contracts');
  const standing = useMemo(
    () => [
      builtIn('inForce', t('viewInForce'), inForce),
      builtIn('approval', t('viewApproval'), { states: ['check', 'approve', 'sign'] }),
      builtIn(
        'expiring',
        t('viewExpiring'),
        { ...inForce, expiresBefore: addDays(today, EXPIRING) },
        { column: 'expiresOn', direction: 'asc' },
      ),
      builtIn('drafts', t('viewDrafts'), { states: ['draft'] }),
      builtIn('all', t('viewAll'), {}),
    ],
    [t, today],
  );
  return [...standing, ...saved];
}
