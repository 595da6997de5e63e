import { useNavigate } from 'react-router';
import { useWords } from '#renderer/i18n/words.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';

/** Tells that a record was saved, and without a link where the change waits. */
export function useSavedToast(): (object: string) => void {
  const t = useWords('counterparties');
  const navigate = useNavigate();
  return (object) => {
    const away = isAway();
    useToasts.getState().show({
      tone: away ? 'offline' : 'done',
      title: away ? t('savedOffline') : t('saved'),
      object: object.slice(0, 60),
      ...(away ? { link: { label: t('outboxLink'), onClick: () => navigate('/exchange/outbox') } } : {}),
    });
  };
}
