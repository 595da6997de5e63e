import { useNavigate } from 'react-router';
import { useWords } from '#renderer/i18n/words.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';

/** The result of something done with one's own request; without a link it says where it waits. */
export function useOwnToasts() {
  const form = useWords('form');
  const navigate = useNavigate();
  return (title: string, object: string, undo?: () => Promise<unknown>) =>
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      // Without a link nobody has it yet but this computer.
      title: isAway() ? form('savedOffline') : title,
      object,
      ...(undo ? { undo } : {}),
      ...(isAway() && !undo ? { link: { label: form('outbox'), onClick: () => navigate('/exchange/outbox') } } : {}),
    });
}
