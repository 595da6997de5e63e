import { useNavigate } from 'react-router';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

/** Archives a document or brings it back; either can be undone for ten seconds. */
export function useArchive(document: Pick<DocumentRow, 'id' | 'archivedAt' | 'subject' | 'number'>) {
  const t = useWords('card');
  const form = useWords('form');
  const navigate = useNavigate();
  const { id, archivedAt } = document;
  const [act, back] =
    archivedAt === null
      ? (['document.archive', 'document.restore'] as const)
      : (['document.restore', 'document.archive'] as const);
  return useAction(async () => {
    await runCommand(act, { id });
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title: t(archivedAt === null ? 'archivedToast' : 'restoredToast'),
      object: document.number ?? document.subject.slice(0, 60),
      undo: () => runCommand(back, { id }),
      ...(isAway() ? { link: { label: form('outbox'), onClick: () => navigate('/exchange/outbox') } } : {}),
    });
  });
}
