import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { ProgressLine } from '#renderer/components/progress-line.tsx';
import { runCommands, runQuery } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/documents/bulk/bulk.module.css';
import { BulkFields } from '#renderer/pages/documents/bulk/bulk-fields.tsx';
import { BulkPreview } from '#renderer/pages/documents/bulk/bulk-preview.tsx';
import { reversed, runEdits } from '#renderer/pages/documents/bulk/run-edits.ts';
import { type Tried, tryChange } from '#renderer/pages/documents/bulk/try-change.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { BulkChange, BulkEdit } from '#shared/queries/bulk.ts';

const send = (edits: readonly BulkEdit[]) =>
  runCommands(edits.map((args) => ({ name: 'document.update' as const, args })));

interface BulkProps {
  ids: readonly string[];
  onDone: () => void;
  onClose: () => void;
}

/** Changes many documents: what to change, what that would do, then the change itself with one way back. */
export function BulkDialog({ opened, ...props }: BulkProps & { opened: boolean }) {
  const t = useWords('register');
  return (
    <Dialog opened={opened} title={t('bulkTitle', { count: props.ids.length })} onClose={props.onClose} width={620}>
      {opened && <Bulk {...props} />}
    </Dialog>
  );
}

function Bulk({ ids, onDone, onClose }: BulkProps) {
  const t = useWords('register');
  const common = useWords('common');
  const words = useErrorWords();
  const [change, setChange] = useState<BulkChange>({});
  const [tried, setTried] = useState<Tried | null>(null);
  const [work, setWork] = useState<{ title: string; done: number; total: number } | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const begin = (title: string, total: number) => {
    const controller = new AbortController();
    stop.current = controller;
    setWork({ title, done: 0, total });
    return { signal: controller.signal, progress: (done: number) => setWork({ title, done, total }) };
  };
  const check = useAction(async () => {
    try {
      setTried(
        await tryChange(ids, change, (args) => runQuery('document.bulk', args), begin(t('bulkChecking'), ids.length)),
      );
    } finally {
      setWork(null);
    }
  });
  const apply = useAction(async (edits: readonly BulkEdit[]) => {
    try {
      const { done, stopped } = await runEdits(edits, send, begin(t('bulkRunning'), edits.length));
      if (done.length === 0) return;
      onDone();
      const counts = { done: formatCount(done.length), total: formatCount(edits.length) };
      useToasts.getState().show({
        tone: 'done',
        title: stopped ? t('bulkStopped', counts) : t('bulkDone', { count: done.length }),
        undo: () => runEdits(reversed(done), send),
      });
      onClose();
    } finally {
      setWork(null);
    }
  });
  const fault = check.error ?? apply.error;
  const chosen = Object.keys(change).length > 0;
  if (work)
    return (
      <ProgressLine title={work.title} done={work.done} total={work.total} onCancel={() => stop.current?.abort()} />
    );
  return (
    <form
      className={css['body']}
      onSubmit={(event) => {
        event.preventDefault();
        if (tried && tried.edits.length > 0) void apply.run(tried.edits);
        else if (!tried && chosen) void check.run();
      }}
    >
      {tried ? (
        <BulkPreview tried={tried} />
      ) : (
        <>
          <p className={css['quiet']}>{t('bulkNothing')}</p>
          <BulkFields change={change} onChange={setChange} />
        </>
      )}
      {fault && <Note tone="red" title={words(fault)} />}
      <div className={dialog['actions']}>
        <ActionButton variant="subtle" onClick={tried ? () => setTried(null) : onClose}>
          {tried ? t('bulkBack') : common('cancel')}
        </ActionButton>
        {tried ? (
          <ActionButton
            type="submit"
            variant="filled"
            busy={apply.busy}
            autoFocus
            {...(tried.edits.length === 0 ? { reason: t('bulkNobody') } : {})}
          >
            {t('bulkApply', { count: tried.edits.length })}
          </ActionButton>
        ) : (
          <ActionButton
            type="submit"
            variant="filled"
            busy={check.busy}
            {...(chosen ? {} : { reason: t('bulkChoose') })}
          >
            {t('bulkCheck')}
          </ActionButton>
        )}
      </div>
    </form>
  );
}
