import { useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { focusField } from '#renderer/pages/drafting/go-to-field.ts';
import { type MissingValue, missingValues } from '#renderer/pages/drafting/missing-values.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

/** What the template will leave a line for: each is a way to where it is filled in. */
export function MissingNote(props: { card: DocumentCard; tags: readonly string[]; onLeave: () => void }) {
  const { card, tags } = props;
  const { document, counterparty } = card;
  const t = useWords('drafting');
  const navigate = useNavigate();
  const contract = useQuery('contract.card', { id: document.id }).data;
  if (contract === undefined) return null;
  const missing = missingValues(tags, { ...card, obligations: contract?.obligations.length ?? 0 });
  if (missing.length === 0) return null;
  const go = (value: MissingValue) => {
    props.onLeave();
    if (value === 'party') return navigate(`/counterparties/${counterparty?.id}/edit`);
    if (value === 'obligations') return navigate(`/documents/${document.id}?tab=obligations`);
    navigate(`/documents/${document.id}/edit`);
    if (value !== 'lines') focusField(value);
  };
  return (
    <Note
      tone="amber"
      title={t('missing', { count: missing.length })}
      actions={missing.map((value) =>
        value === 'lines' ? (
          <span key={value}>{t('field_lines')}</span>
        ) : (
          <LinkButton key={value} onClick={() => go(value)}>
            {t(`field_${value}`)}
          </LinkButton>
        ),
      )}
    />
  );
}
