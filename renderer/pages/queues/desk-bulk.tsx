import type { CSSProperties } from 'react';
import { useState } from 'react';
import { BulkBar } from '#renderer/components/bulk-bar.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useDeskState } from '#renderer/pages/queues/desk-state.ts';
import css from '#renderer/pages/queues/queues.module.css';
import { leftReasons } from '#renderer/pages/queues/sift-tickets.ts';
import type { DeskBulk } from '#renderer/pages/queues/use-desk-bulk.ts';
import { AssignDialog } from '#renderer/pages/ticket/assign-dialog.tsx';
import { ChooseDialog } from '#renderer/pages/ticket/choose-dialog.tsx';
import { TextDialog } from '#renderer/pages/ticket/text-dialog.tsx';
import { TransferDialog } from '#renderer/pages/ticket/transfer-dialog.tsx';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { priorities } from '#shared/domain/service/definition.ts';

export type BulkDialog = 'assign' | 'priority' | 'transfer' | 'resolve';

/** What a bulk left out, and why; what refused it. */
export function DeskLeftOut({ bulk }: { bulk: DeskBulk }) {
  const t = useWords('queues');
  const common = useWords('common');
  const words = useDeskErrors();
  const { left, error } = bulk;
  if (left.length === 0 && !error) return null;
  const close = <LinkButton onClick={bulk.forget}>{common('close')}</LinkButton>;
  return (
    <div className={css['leftOut']}>
      {error && (
        <Note tone="red" title={t('bulkRefused')} actions={close}>
          {words(error)}
        </Note>
      )}
      {left.length > 0 && (
        <Note tone="amber" title={t('bulkLeft', { count: left.length })} actions={close}>
          <ul className={css['reasons']}>
            {leftReasons.map((why) => {
              const of = left.filter((one) => one.why === why);
              return of.length === 0 ? null : (
                <li key={why}>
                  {t(`left_${why}`, { count: of.length })}
                  {of.length <= 3 && ` (${of.map((one) => one.row.number ?? one.row.title).join('; ')})`}
                </li>
              );
            })}
          </ul>
        </Note>
      )}
    </div>
  );
}

/** What can be done with all selected tickets. */
export function DeskBulkBar({ onDialog, onTake }: { onDialog: (dialog: BulkDialog) => void; onTake: () => void }) {
  const t = useWords('queues');
  const { selection, select } = useDeskState();
  const toasts = useToasts((state) => state.toasts.length);
  if (selection.size < 2) return null;
  const rows = [...selection.values()];
  const free = rows.filter((row) => row.assigneeId === null && row.state !== 'approval').length;
  return (
    <div className={css['bulk']} style={{ '--toasts': toasts } as CSSProperties}>
      <BulkBar
        count={selection.size}
        actions={[
          ...(free > 0 ? [{ label: t('bulkTake', { count: free }), keys: ['T'], primary: true, onClick: onTake }] : []),
          { label: t('act_assign'), keys: ['D'], primary: free === 0, onClick: () => onDialog('assign') },
          { label: t('bulkPriority'), onClick: () => onDialog('priority') },
          { label: t('transfer'), keys: ['M'], onClick: () => onDialog('transfer') },
          { label: t('bulkClose'), onClick: () => onDialog('resolve') },
        ]}
        onClose={() => select(new Map())}
      />
    </div>
  );
}

/** The dialogs of a bulk. */
export function DeskBulkDialogs(props: { dialog: BulkDialog | null; bulk: DeskBulk; onClose: () => void }) {
  const { dialog, bulk, onClose } = props;
  const t = useWords('queues');
  const talk = useWords('talk');
  const words = useDeskErrors();
  const { selection } = useDeskState();
  // The dialog speaks of what was selected when it was opened.
  const [count] = useState(selection.size);
  const [first] = [...selection.values()];
  const members = useQuery('ticket.card', dialog === 'assign' && first ? { id: first.id } : null).data?.desk;
  const told = bulk.error && words(bulk.error);
  const done = (ok: boolean) => {
    if (ok) onClose();
  };
  if (dialog === 'assign')
    return members === undefined ? null : (
      <AssignDialog
        desk={members}
        count={count}
        error={told}
        onClose={onClose}
        onChoose={async (employeeId) => done(await bulk.run({ type: 'assign', employeeId }))}
      />
    );
  if (dialog === 'priority')
    return (
      <ChooseDialog
        title={t('priorityMany', { count })}
        lead={t('priorityLead')}
        choices={[...priorities].reverse().map((one) => ({ id: one, content: talk(`priority_${one}`) }))}
        error={told}
        onClose={onClose}
        onChoose={async (chosen) => {
          const priority = priorities.find((one) => one === chosen) ?? 'normal';
          done(await bulk.run({ type: 'priority', priority }));
        }}
      />
    );
  if (dialog === 'transfer')
    return (
      <TransferDialog
        from={null}
        count={count}
        busy={bulk.busy}
        error={told}
        onClose={onClose}
        onDone={(queueId, note) => bulk.run({ type: 'transfer', queueId, note })}
      />
    );
  if (dialog === 'resolve')
    return (
      <TextDialog
        title={t('resolveMany', { count })}
        lead={t('resolveManyLead')}
        label={t('label_resolve')}
        action={t('bulkResolve')}
        draft="resolve:many"
        maxLength={4_000}
        busy={bulk.busy}
        error={told}
        onClose={onClose}
        onDone={(text) => bulk.run({ type: 'resolve', solution: text || null })}
      />
    );
  return null;
}
