import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { NoDocuments } from '#renderer/pages/documents/empty-register.tsx';
import { PreviewPanel } from '#renderer/pages/documents/preview-panel.tsx';
import { documentsRegister, RegisterContext } from '#renderer/pages/documents/register.ts';
import { RegisterList } from '#renderer/pages/documents/register-list.tsx';
import { RegisterTools } from '#renderer/pages/documents/register-tools.tsx';
import { optionalColumns, useColumns } from '#renderer/pages/documents/use-columns.tsx';
import { useOwnColumns, withOwnColumns } from '#renderer/pages/documents/use-own-columns.ts';
import { useViews } from '#renderer/pages/documents/use-views.ts';
import { usePanels } from '#renderer/state/panels.ts';

/** The register of all documents. */
export function DocumentsPage() {
  const t = useWords('documents');
  const views = useViews();
  const preview = usePanels((panels) => panels.preview);
  const wide = useMediaQuery('(min-width: 1600px)', false, { getInitialValueInEffect: false });
  const standing = useColumns(wide || !preview);
  const own = useOwnColumns();
  // Before the state and the receipt, which stand at the end.
  const columns = useMemo(() => withOwnColumns(standing, own), [standing, own]);
  return (
    <RegisterContext value={documentsRegister}>
      <RegisterList
        title={t('title')}
        views={views}
        columns={columns}
        tools={<RegisterTools columns={optionalColumns.map((id) => ({ id, label: t(id) }))} />}
        preview={(id) => <PreviewPanel id={id} />}
        nothing={<NoDocuments />}
      />
    </RegisterContext>
  );
}
