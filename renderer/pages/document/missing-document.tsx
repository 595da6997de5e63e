import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Sheet } from '#renderer/components/sheet.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/document.module.css';

/** The document is not on this workstation, or never was. */
export function MissingDocument() {
  const t = useWords('card');
  const navigate = useNavigate();
  return (
    <Sheet>
      <div className={css['missing']}>
        <h1>{t('notFoundTitle')}</h1>
        <p>{t('notFoundText')}</p>
        <ActionButton variant="filled" onClick={() => navigate('/documents')}>
          {t('toRegister')}
        </ActionButton>
      </div>
    </Sheet>
  );
}
