import { useState } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/admin.module.css';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import type { FieldPlan } from '#renderer/pages/admin/record-form.ts';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import type { RowOf } from '#shared/domain/registry.ts';

/** The clause library: ready wordings for contracts. */
export function Clauses() {
  const t = useWords('admin');
  const { data = [] } = useQuery('clause.list', { text: null });
  const [open, setOpen] = useState<RowOf<'clause'> | 'new' | null>(null);
  const fields: FieldPlan[] = [
    { name: 'category', label: t('category'), type: 'text', required: true, maxLength: 100 },
    { name: 'title', label: t('name'), type: 'text', required: true, maxLength: 300 },
    { name: 'text', label: t('wording'), type: 'text', required: true, rows: 6, maxLength: 20_000 },
  ];
  return (
    <>
      <RecordTable
        entity="clause"
        rows={data}
        nameOf={(row) => row.title}
        nameTitle={t('name')}
        add={t('addClause')}
        onAdd={() => setOpen('new')}
        onOpen={setOpen}
        archives
        columns={[
          { title: t('category'), cell: (row) => row.category },
          { title: t('wording'), cell: (row) => <span className={css['text']}>{row.text}</span> },
        ]}
      />
      {open && (
        <RecordDialog
          entity="clause"
          title={open === 'new' ? t('addClause') : open.title}
          fields={fields}
          row={open === 'new' ? null : open}
          fixed={{ position: data.length }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
