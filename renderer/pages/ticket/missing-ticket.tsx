import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Sheet } from '#renderer/components/sheet.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/document.module.css';

/** The ticket is not on this workstation, or is not for this person. */
export function MissingTicket() {
  const t = useWords('queues');
  const navigate = useNavigate();
  return (
    <Sheet>
      <div className={css['missing']}>
        <h1>{t('missingTitle')}</h1>
        <p>{t('missingText')}</p>
        <ActionButton variant="filled" onClick={() => navigate('/tickets/mine')}>
          {t('toMine')}
        </ActionButton>
      </div>
    </Sheet>
  );
}
