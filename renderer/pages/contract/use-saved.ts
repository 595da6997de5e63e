import { useNavigate } from 'react-router';
import { useWords } from '#renderer/i18n/words.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';

/** Tells what has been done to a part of the contract; without a link, where it waits. `undo` takes it back. */
export function useSaved() {
  const t = useWords('contract');
  const navigate = useNavigate();
  return (title: string, object: string, undo?: () => Promise<unknown>) => {
    const away = isAway();
    useToasts.getState().show({
      tone: away ? 'offline' : 'done',
      title,
      object,
      ...(undo ? { undo } : {}),
      ...(away && !undo ? { link: { label: t('outbox'), onClick: () => navigate('/exchange/outbox') } } : {}),
    });
  };
}
