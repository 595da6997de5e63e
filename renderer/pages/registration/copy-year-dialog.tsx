import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { Note } from '#renderer/components/note.tsx';
import { runCommands } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { copyOf } from '#renderer/pages/registration/copy-year.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { CaseFileRow } from '#shared/domain/registration/journal.ts';

/** The nomenclature of a year from that of the year before, as one action: all cases or none. */
export function CopyYearDialog(props: {
  to: number;
  fresh: readonly CaseFileRow[];
  standing: readonly CaseFileRow[];
  onClose: () => void;
}) {
  const { to, fresh, standing, onClose } = props;
  const t = useWords('journals');
  const words = useErrorWords();
  const copy = useAction(async () => {
    await runCommands(fresh.map((file) => ({ name: 'case_file.create' as const, args: copyOf(file, to) })));
    const object = t('copyTitle', { to });
    useToasts.getState().show({ tone: isAway() ? 'offline' : 'done', title: t('copyDone'), object });
    onClose();
  });
  return (
    <ConfirmDialog
      opened
      title={t('copyTitle', { to })}
      action={t('copyDo')}
      busy={copy.busy}
      onConfirm={() => void copy.run()}
      onClose={onClose}
    >
      {t('copyText', { count: fresh.length })} {standing.length > 0 && t('copyHas', { count: standing.length })}
      {copy.error && <Note tone="red" title={words(copy.error)} />}
    </ConfirmDialog>
  );
}
