import { useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/work/work.module.css';
import { useLink } from '#renderer/state/link.ts';

/** Changes the centre refused are work of their own: told above the list, decided in the exchange. */
export function RefusedNote() {
  const t = useWords('work');
  const navigate = useNavigate();
  const count = useLink((link) => link.status?.rejected ?? 0);
  if (count === 0) return null;
  return (
    <div className={css['refused']}>
      <Note
        tone="red"
        title={t('refusedTitle', { count })}
        actions={<LinkButton onClick={() => navigate('/exchange/outbox')}>{t('refusedAction')}</LinkButton>}
      >
        {t('refusedText')}
      </Note>
    </div>
  );
}
