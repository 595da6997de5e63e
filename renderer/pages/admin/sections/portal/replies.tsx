import { useState } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/admin.module.css';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import type { FieldPlan } from '#renderer/pages/admin/record-form.ts';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import { ReplyText } from '#renderer/pages/admin/sections/portal/reply-text.tsx';
import type { QueryResult } from '#shared/queries/registry.ts';

type Reply = QueryResult<'service.setup'>['replies'][number];

/** Replies that desks give often, with fields in them that are filled in when one is chosen. */
export function Replies() {
  const t = useWords('builder');
  const setup = useQuery('service.setup', {}).data;
  const [open, setOpen] = useState<Reply | 'new' | null>(null);
  const rows = setup?.replies ?? [];
  const queues = setup?.queues ?? [];
  const fields: FieldPlan[] = [
    { name: 'title', label: t('replyTitle'), type: 'text', required: true, maxLength: 120 },
    {
      name: 'queueId',
      label: t('queue'),
      type: 'select',
      clearable: true,
      choices: queues.filter((one) => one.archivedAt === null).map((one) => ({ value: one.id, label: one.name })),
    },
    {
      name: 'text',
      label: t('replyText'),
      type: 'own',
      empty: '',
      fault: (value) => (String(value ?? '').trim() === '' ? t('replyNeeded') : null),
      render: (field) => (
        <ReplyText
          value={String(field.value ?? '')}
          onChange={field.onChange}
          error={field.error}
          services={(setup?.services ?? []).filter((one) => {
            const queueId = field.values['queueId'];
            return one.published !== null && (queueId == null || one.published.queueId === queueId);
          })}
        />
      ),
    },
    { name: 'asks', label: t('asks'), hint: t('asksHint'), type: 'flag' },
    { name: 'options', label: t('replyOptions'), hint: t('replyOptionsHint'), type: 'words' },
  ];
  return (
    <>
      <RecordTable
        entity="canned_reply"
        rows={rows}
        nameOf={(row) => row.title}
        nameTitle={t('replyTitle')}
        add={t('addReply')}
        onAdd={() => setOpen('new')}
        onOpen={setOpen}
        archives
        columns={[
          { title: t('queue'), cell: (row) => queues.find((one) => one.id === row.queueId)?.name ?? t('everyQueue') },
          { title: t('replyText'), cell: (row) => <span className={css['text']}>{row.text}</span> },
          { title: t('asksShort'), cell: (row) => (row.asks ? t('yes') : '') },
        ]}
      />
      {open && (
        <RecordDialog
          entity="canned_reply"
          title={open === 'new' ? t('addReply') : open.title}
          fields={fields}
          row={open === 'new' ? null : open}
          fixed={{ position: rows.length + 1 }}
          width={600}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
