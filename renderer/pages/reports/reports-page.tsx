import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** Its rooms are being furnished. */
export function ReportsPage() {
  const t = useWords('portal');
  return (
    <Sheet>
      <PageHeader title={t('title')} />
    </Sheet>
  );
}
