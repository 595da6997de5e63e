import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import type { FieldPlan } from '#renderer/pages/admin/record-form.ts';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import { isContract } from '#shared/domain/document.ts';
import { kindBases, kindIcons } from '#shared/domain/kind/document-kind.ts';
import type { RowOf } from '#shared/domain/registry.ts';

type Kind = RowOf<'document_kind'>;

/** Kinds of documents that the company made for itself; the fields of each are made in its builder. */
export function Kinds() {
  const t = useWords('admin');
  const builder = useWords('builder');
  const status = useWords('status');
  const record = useWords('record');
  const navigate = useNavigate();
  const english = useTranslation().i18n.language === 'en';
  const setup = useQuery('kind.setup', {}).data ?? [];
  const [open, setOpen] = useState<Kind | 'new' | null>(null);
  const published = open !== null && open !== 'new' && open.publishedVersion > 0;
  const named: FieldPlan[] = [
    { name: 'label', label: t('kindName'), type: 'text', required: true, maxLength: 120 },
    { name: 'labelEn', label: t('kindNameEn'), type: 'text', maxLength: 120 },
    {
      name: 'icon',
      label: builder('icon'),
      type: 'select',
      required: true,
      choices: kindIcons.map((icon) => ({ value: icon, label: record(`kindIcon_${icon}`) })),
    },
    { name: 'position', label: t('order'), type: 'number' },
  ];
  // Both stand once documents were made of it.
  const standing: FieldPlan[] = [
    { name: 'key', label: t('key'), type: 'text', required: true, hint: t('keyHint'), maxLength: 40 },
    {
      name: 'base',
      label: t('kindBase'),
      type: 'select',
      required: true,
      choices: kindBases
        .filter((kind) => !isContract(kind))
        .map((kind) => ({ value: kind, label: status(`kind_${kind}`) })),
    },
  ];
  const stateOf = (row: Kind): string => {
    if (row.archivedAt !== null) return t('kindClosed');
    if (row.publishedVersion === 0) return builder('stateDraft');
    return builder(row.draft === null ? 'statePublished' : 'stateChanged', { version: row.publishedVersion });
  };
  const documentsOf = (row: Kind): number =>
    setup
      .filter((one) => one.row.id === row.id)
      .flatMap((one) => one.versions)
      .reduce((sum, version) => sum + version.documents, 0);
  return (
    <>
      <RecordTable
        entity="document_kind"
        rows={setup.map(({ row }) => row)}
        nameOf={(row) => (english && row.labelEn) || row.label}
        nameTitle={t('kindName')}
        add={t('addKind')}
        onAdd={() => setOpen('new')}
        onOpen={(row) => navigate(`/admin/kinds/${row.id}`)}
        archives
        acts={(row) => (
          <ActionButton size="xs" variant="subtle" onClick={() => setOpen(row)}>
            {t('kindEdit')}
          </ActionButton>
        )}
        columns={[
          { title: t('kindBase'), cell: (row) => status(`kind_${row.base}`) },
          { title: t('key'), cell: (row) => row.key },
          { title: t('state'), cell: stateOf },
          { title: t('kindDocuments'), cell: (row) => <span className="op-figures">{documentsOf(row)}</span> },
        ]}
      />
      {open && (
        <RecordDialog
          entity="document_kind"
          title={open === 'new' ? t('addKind') : open.label}
          row={open === 'new' ? null : { ...open }}
          fields={published ? named : [...named, ...standing]}
          initial={{ base: 'custom', icon: 'file', position: setup.length + 1 }}
          fixed={{ draft: { sections: [{ key: 'main', title: '', hint: null, fields: [] }] } }}
          translate={(values) => ({
            ...values,
            ...('labelEn' in values ? { labelEn: values['labelEn'] || null } : {}),
          })}
          onCreated={(id) => navigate(`/admin/kinds/${id}`)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
