import { useState } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import type { FieldPlan } from '#renderer/pages/admin/record-form.ts';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import { customTypes } from '#shared/domain/company/field-definition.ts';
import { documentKinds } from '#shared/domain/document.ts';

type Definition = Setup['fields'][number];

/** Fields that the company adds to kinds of documents. */
export function Fields({ setup }: { setup: Setup }) {
  const t = useWords('admin');
  const status = useWords('status');
  const [open, setOpen] = useState<Definition | 'new' | null>(null);
  const fields: FieldPlan[] = [
    { name: 'label', label: t('label'), type: 'text', required: true, maxLength: 200 },
    { name: 'key', label: t('key'), type: 'text', required: true, hint: t('keyHint'), maxLength: 60 },
    {
      name: 'kinds',
      label: t('kinds'),
      type: 'many',
      required: true,
      choices: documentKinds
        .filter((kind) => kind !== 'template' && kind !== 'application')
        .map((kind) => ({ value: kind, label: status(`kind_${kind}`) })),
    },
    {
      name: 'type',
      label: t('type'),
      type: 'select',
      required: true,
      choices: customTypes.map((type) => ({ value: type, label: t(`type_${type}`) })),
    },
    { name: 'options', label: t('options'), type: 'words', hint: t('optionsHint') },
    { name: 'required', label: t('required'), type: 'flag' },
    { name: 'position', label: t('order'), type: 'number' },
  ];
  return (
    <>
      <RecordTable
        entity="field_definition"
        rows={setup.fields}
        nameOf={(row) => row.label}
        nameTitle={t('label')}
        add={t('addField')}
        onAdd={() => setOpen('new')}
        onOpen={setOpen}
        archives
        columns={[
          { title: t('key'), cell: (row) => row.key },
          { title: t('type'), cell: (row) => t(`type_${row.type}`) },
          { title: t('kinds'), cell: (row) => row.kinds.map((kind) => status(`kind_${kind}`)).join(', ') },
          { title: t('required'), cell: (row) => (row.required ? t('yes') : '') },
        ]}
      />
      {open && (
        <RecordDialog
          entity="field_definition"
          title={open === 'new' ? t('addField') : open.label}
          fields={fields}
          row={open === 'new' ? null : open}
          initial={{ type: 'text', kinds: ['contract'], position: setup.fields.length + 1 }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
