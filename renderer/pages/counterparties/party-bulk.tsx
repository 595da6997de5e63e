import { BulkBar } from '#renderer/components/bulk-bar.tsx';
import { Note } from '#renderer/components/note.tsx';
import { runCommands } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/documents/documents.module.css';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';

/** What can be done with several counterparties at once. */
export function PartyBulk(props: { selection: ReadonlySet<string>; archived: boolean; onDone: () => void }) {
  const t = useWords('counterparties');
  const words = useErrorWords();
  const [act, back] = props.archived
    ? (['counterparty.restore', 'counterparty.archive'] as const)
    : (['counterparty.archive', 'counterparty.restore'] as const);
  const run = useAction(async (ids: readonly string[]) => {
    await runCommands(ids.map((id) => ({ name: act, args: { id } })));
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title: t(props.archived ? 'bulkRestored' : 'bulkArchived', { count: ids.length }),
      undo: () => runCommands(ids.map((id) => ({ name: back, args: { id } }))),
    });
    props.onDone();
  });
  if (props.selection.size < 2) return null;
  return (
    <div className={css['bulk']}>
      {run.error && <Note tone="red" title={words(run.error)} />}
      <BulkBar
        count={props.selection.size}
        actions={[
          {
            label: props.archived ? t('restore') : t('archive'),
            primary: true,
            onClick: () => void run.run([...props.selection]),
          },
        ]}
        onClose={props.onDone}
      />
    </div>
  );
}
