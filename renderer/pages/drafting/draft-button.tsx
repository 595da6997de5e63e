import { IconFileText } from '@tabler/icons-react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useOfferedTemplates } from '#renderer/pages/drafting/use-offered-templates.ts';
import { type DocumentRow, isContract } from '#shared/domain/document.ts';

/** The way to the templates, where some are offered for the kind; a contract is told when it has none. */
export function DraftButton(props: { document: Pick<DocumentRow, 'kind' | 'kindId'>; onOpen: () => void }) {
  const { kind, kindId } = props.document;
  const t = useWords('drafting');
  const offered = useOfferedTemplates(kind, kindId ?? null);
  if (!isContract(kind) && (offered ?? []).length === 0) return null;
  return (
    <ActionButton icon={<IconFileText size={16} stroke={1.6} />} onClick={props.onOpen}>
      {t('open')}
    </ActionButton>
  );
}
