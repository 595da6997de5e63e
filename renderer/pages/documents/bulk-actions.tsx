import { IconArchive, IconArchiveOff, IconEdit, IconFileExport, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { BulkBar } from '#renderer/components/bulk-bar.tsx';
import { Note } from '#renderer/components/note.tsx';
import { runCommands } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { BulkDialog } from '#renderer/pages/documents/bulk/bulk-dialog.tsx';
import css from '#renderer/pages/documents/documents.module.css';
import { useRegisterState } from '#renderer/pages/documents/register.ts';
import { usePrintDocuments } from '#renderer/pages/print/use-print-documents.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { mostPrinted } from '#shared/ipc/print-channels.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';

const orders = (name: 'document.archive' | 'document.restore', ids: readonly string[]) =>
  ids.map((id) => ({ name, args: { id } }));
/** One action may hold this many commands. */
const AT_ONCE = 2_000;
/** Up to so many selected documents are added up. */
const SUMMED = 5_000;
const icon = { size: 16, stroke: 1.6 } as const;

/** What can be done with several selected documents; shown from the second on. */
export function BulkActions({ asked, onExport }: { asked: DocumentFilter; onExport: () => void }) {
  const t = useWords('documents');
  const register = useWords('register');
  const print = useWords('print');
  const openPapers = usePrintDocuments();
  const words = useErrorWords();
  const [editing, setEditing] = useState(false);
  const { selection, select } = useRegisterState();
  const archived = asked.archived === true;
  const count = selection.size;
  const sums = useQuery('document.totals', count < 2 || count > SUMMED ? null : { filter: asked, ids: [...selection] })
    .data?.sums;
  const { run, error } = useAction(async (ids: readonly string[]) => {
    const [act, back] = archived
      ? (['document.restore', 'document.archive'] as const)
      : (['document.archive', 'document.restore'] as const);
    for (let at = 0; at < ids.length; at += AT_ONCE) await runCommands(orders(act, ids.slice(at, at + AT_ONCE)));
    select(new Set());
    useToasts.getState().show({
      tone: 'done',
      title: t(archived ? 'restored' : 'archived', { count: ids.length }),
      undo: async () => {
        for (let at = 0; at < ids.length; at += AT_ONCE) await runCommands(orders(back, ids.slice(at, at + AT_ONCE)));
      },
    });
  });
  if (count < 2) return null;
  return (
    <div className={css['bulk']}>
      {error && <Note tone="red" title={words(error)} />}
      <BulkBar
        count={count}
        total={sums?.map(({ currency, amount }) => formatMoney(amount, currency)).join(' · ')}
        onClose={() => select(new Set())}
        actions={[
          ...(archived
            ? []
            : [{ label: register('bulkEdit'), icon: <IconEdit {...icon} />, onClick: () => setEditing(true) }]),
          ...(count > mostPrinted
            ? []
            : [{ label: print('open'), icon: <IconPrinter {...icon} />, onClick: () => openPapers([...selection]) }]),
          { label: register('export'), icon: <IconFileExport {...icon} />, onClick: onExport },
          {
            label: archived ? t('restore') : t('archive'),
            icon: archived ? <IconArchiveOff {...icon} /> : <IconArchive {...icon} />,
            onClick: () => void run([...selection]),
          },
        ]}
      />
      <BulkDialog
        opened={editing}
        ids={[...selection]}
        onDone={() => select(new Set())}
        onClose={() => setEditing(false)}
      />
    </div>
  );
}
