import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** The address names a counterparty that is not on this workstation. */
export function MissingParty() {
  const t = useWords('counterparties');
  return (
    <Sheet>
      <PageHeader title={t('title')} />
      <EmptyState title={t('notFoundTitle')} text={t('notFoundText')} />
    </Sheet>
  );
}
