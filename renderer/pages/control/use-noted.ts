import { useNavigate } from 'react-router';
import { useWords } from '#renderer/i18n/words.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

/** Tells that something has been noted about a document; without a link, where it waits. */
export function useNoted(document: Pick<DocumentRow, 'number' | 'subject'>): (title: string) => void {
  const t = useWords('control');
  const navigate = useNavigate();
  return (title) => {
    const away = isAway();
    useToasts.getState().show({
      tone: away ? 'offline' : 'done',
      title,
      object: document.number ?? document.subject.slice(0, 60),
      ...(away ? { link: { label: t('outbox'), onClick: () => navigate('/exchange/outbox') } } : {}),
    });
  };
}
