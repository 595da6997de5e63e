import { useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

/** Two truths about a field: said where the record is seen, decided on the desk of conflicts. */
export function ConflictNote({ conflicts, about }: { conflicts: DocumentCard['conflicts']; about?: 'contract' }) {
  const t = useWords('card');
  const { fieldNameIn } = useFieldWords();
  const navigate = useNavigate();
  if (conflicts.length === 0) return null;
  const fields = [...new Set(conflicts.flatMap((one) => one.fields))].map((field) => fieldNameIn(about, field));
  return (
    <Note
      tone="plum"
      title={t('conflictTitle', { fields: fields.join(', ') })}
      actions={
        <LinkButton onClick={() => navigate(`/exchange/conflicts?of=${conflicts[0]?.id ?? ''}`)}>
          {t('conflictAction')}
        </LinkButton>
      }
    >
      {t('conflictText', { count: fields.length })}
    </Note>
  );
}
