import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ask, runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { filesOf } from '#renderer/pages/files/file-groups.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { DraftingProblem } from '#shared/ipc/contract.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

/** Fills a template and attaches the result as the text of the contract. `problems`: why it could not be filled. */
export function useFill(card: DocumentCard, onDone: () => void) {
  const t = useWords('drafting');
  const form = useWords('form');
  const navigate = useNavigate();
  const [problems, setProblems] = useState<readonly DraftingProblem[] | null>(null);
  const documentId = card.document.id;
  const text = filesOf(card.attachments).find((file) => file.purpose === 'text' && /\.docx$/i.test(file.newest.name));
  const action = useAction(async (templateAttachmentId: string, clauseIds: readonly string[]) => {
    const reply = await ask('drafting.fill', { documentId, templateAttachmentId, clauseIds: [...clauseIds] });
    if ('problems' in reply) {
      setProblems(reply.problems);
      return;
    }
    const result = reply.result as { id?: string; ids?: string[]; version?: number };
    const id = result.id ?? result.ids?.[0];
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title: result.version ? t('doneVersion', { version: result.version }) : t('done'),
      object: card.document.subject.slice(0, 60),
      ...(id ? { undo: () => runCommand('attachment.remove', { id, documentId }) } : {}),
      ...(isAway() ? { link: { label: form('outbox'), onClick: () => navigate('/exchange/outbox') } } : {}),
    });
    onDone();
  });
  const clear = () => {
    setProblems(null);
    action.clear();
  };
  return {
    run: action.run,
    busy: action.busy,
    error: action.error,
    clear,
    problems,
    nextVersion: text ? text.newest.version + 1 : 1,
  };
}
