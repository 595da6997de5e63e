import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import { BulkBar } from '#renderer/components/bulk-bar.tsx';
import { Note } from '#renderer/components/note.tsx';
import { runCommands } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/documents/documents.module.css';
import { useRegisterState } from '#renderer/pages/documents/register.ts';
import { useToasts } from '#renderer/state/toasts.ts';

const orders = (name: 'document.archive' | 'document.restore', ids: readonly string[]) =>
  ids.map((id) => ({ name, args: { id } }));
/** One action may hold this many commands. */
const AT_ONCE = 2_000;

/** What can be done with several selected documents; shown from the second on. */
export function BulkActions({ archived }: { archived: boolean }) {
  const t = useWords('documents');
  const words = useErrorWords();
  const { selection, select } = useRegisterState();
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
  if (selection.size < 2) return null;
  return (
    <div className={css['bulk']}>
      {error && <Note tone="red" title={words(error)} />}
      <BulkBar
        count={selection.size}
        onClose={() => select(new Set())}
        actions={[
          {
            label: archived ? t('restore') : t('archive'),
            icon: archived ? <IconArchiveOff size={16} stroke={1.6} /> : <IconArchive size={16} stroke={1.6} />,
            onClick: () => void run([...selection]),
          },
        ]}
      />
    </div>
  );
}
