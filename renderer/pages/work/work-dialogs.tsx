import { useRef } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { DecideDialog } from '#renderer/pages/approval/decide-dialog.tsx';
import { DelegateDialog } from '#renderer/pages/approval/person-dialogs.tsx';
import { sumOf } from '#renderer/pages/work/sift.ts';
import { SnoozeDialog } from '#renderer/pages/work/snooze-dialog.tsx';
import type { WorkActions } from '#renderer/pages/work/use-work-actions.ts';

/** The dialog of the list that is open, about one item or several. */
export function WorkDialogs({ actions }: { actions: WorkActions }) {
  const t = useWords('work');
  const { dialog } = actions;
  const [only] = dialog && dialog.kind === 'decide' && dialog.targets.length === 1 ? dialog.targets : [];
  const view = useQuery('approval.view', only ? { documentId: only.documentId } : null);
  // Taking back comes later, when the dialog has long gone.
  const again = useRef(() => {});
  if (!dialog) return null;
  const { items } = dialog;
  const done = () => {
    again.current = actions.decided(items);
  };
  switch (dialog.kind) {
    case 'snooze':
      return (
        <SnoozeDialog
          count={items.length}
          busy={actions.snooze.busy}
          error={actions.snooze.error}
          onChoose={(until) => void actions.snooze.run(items, until)}
          onClose={actions.close}
        />
      );
    case 'delegate':
      return (
        <DelegateDialog
          targets={dialog.targets}
          title={(name) => t('made_delegate', { name, count: items.length })}
          onDone={done}
          onClose={actions.close}
        />
      );
    case 'decide': {
      const sum = sumOf(items);
      return (
        <DecideDialog
          verdict="return"
          targets={dialog.targets}
          view={only && view.current ? (view.data ?? null) : null}
          {...(only
            ? {}
            : {
                outcome: (verdict) => ({
                  title: t(verdict === 'reject' ? 'made_reject' : 'made_return', { count: items.length }),
                  object: sum === null ? undefined : formatMoney(sum),
                }),
              })}
          onDone={done}
          onUndone={() => again.current()}
          onClose={actions.close}
        />
      );
    }
  }
}
