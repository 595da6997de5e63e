import { useMediaQuery } from '@mantine/hooks';
import { useWords } from '#renderer/i18n/words.ts';
import { NoDocuments } from '#renderer/pages/documents/empty-register.tsx';
import { PreviewPanel } from '#renderer/pages/documents/preview-panel.tsx';
import { documentsRegister, RegisterContext } from '#renderer/pages/documents/register.ts';
import { RegisterList } from '#renderer/pages/documents/register-list.tsx';
import { useColumns } from '#renderer/pages/documents/use-columns.tsx';
import { useViews } from '#renderer/pages/documents/use-views.ts';
import { usePanels } from '#renderer/state/panels.ts';

/** The register of all documents. */
export function DocumentsPage() {
  const t = useWords('documents');
  const views = useViews();
  const preview = usePanels((panels) => panels.preview);
  const wide = useMediaQuery('(min-width: 1600px)', false, { getInitialValueInEffect: false });
  const columns = useColumns(wide || !preview);
  return (
    <RegisterContext value={documentsRegister}>
      <RegisterList
        title={t('title')}
        views={views}
        columns={columns}
        preview={(id) => <PreviewPanel id={id} />}
        nothing={<NoDocuments />}
      />
    </RegisterContext>
  );
}
