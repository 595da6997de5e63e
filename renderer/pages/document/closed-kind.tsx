import { useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Sheet } from '#renderer/components/sheet.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/form.module.css';

/** In the place of a form whose kind of documents is left to other roles. */
export function ClosedKind({ title, text }: { title: string; text: string }) {
  const t = useWords('card');
  const navigate = useNavigate();
  return (
    <Sheet>
      <div className={css['closed']}>
        <Note
          tone="amber"
          title={title}
          actions={<LinkButton onClick={() => navigate('/documents')}>{t('toRegister')}</LinkButton>}
        >
          {text}
        </Note>
      </div>
    </Sheet>
  );
}
