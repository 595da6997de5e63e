import { useNavigate } from 'react-router';
import { useWords } from '#renderer/i18n/words.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';

/** The result of an action as a toast, with its way back where there is one. */
export function useTell(): (title: string, object?: string, undo?: () => Promise<unknown>) => void {
  const form = useWords('form');
  const navigate = useNavigate();
  return (title, object, undo) =>
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title,
      object,
      ...(undo ? { undo } : {}),
      ...(isAway() && !undo ? { link: { label: form('outbox'), onClick: () => navigate('/exchange/outbox') } } : {}),
    });
}
