import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** Archives a counterparty or brings it back; either can be undone for ten seconds. */
export function useArchiveParty({ id, name, archivedAt }: RowOf<'counterparty'>) {
  const t = useWords('counterparties');
  const [act, back] =
    archivedAt === null
      ? (['counterparty.archive', 'counterparty.restore'] as const)
      : (['counterparty.restore', 'counterparty.archive'] as const);
  return useAction(async () => {
    await runCommand(act, { id });
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title: t(archivedAt === null ? 'archived' : 'restored'),
      object: name.slice(0, 60),
      undo: () => runCommand(back, { id }),
    });
  });
}
