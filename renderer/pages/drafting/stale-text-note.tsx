import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { changedSince } from '#renderer/pages/drafting/changed-since.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

const sums = ['amount', 'vatAmount', 'currency'] as const;

/** The card's sum was changed after the text had been made: the two may tell different money. */
export function StaleTextNote(props: { documentId: string; text: AttachmentInfo; onDraft: (() => void) | null }) {
  const { documentId, text, onDraft } = props;
  const t = useWords('drafting');
  const { fieldName } = useFieldWords();
  const history = useQuery('record.history', { entity: 'document', id: documentId }).data ?? [];
  const changed = changedSince(history, text.createdAt, sums);
  if (changed.length === 0) return null;
  return (
    <Note
      tone="amber"
      title={t('stale', { fields: changed.map(fieldName).join(', ') })}
      actions={onDraft && <LinkButton onClick={onDraft}>{t('draftAgain')}</LinkButton>}
    >
      {t('staleText', { version: text.version })}
    </Note>
  );
}
