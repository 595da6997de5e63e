import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type RelatedRow, RelatedTable } from '#renderer/pages/contract/related-table.tsx';
import { useContractWords } from '#renderer/pages/contract/use-contract-words.ts';
import { useSaved } from '#renderer/pages/contract/use-saved.ts';
import { LinkDialog } from '#renderer/pages/links/link-dialog.tsx';
import css from '#renderer/pages/links/links.module.css';
import { useLinkWords } from '#renderer/pages/links/use-link-words.ts';
import type { DocumentRow } from '#shared/domain/document.ts';
import type { LinkLine } from '#shared/queries/contract.ts';

/** Linked documents in a list, with what each is to this one; added and removed here. `beside`: rows that are tied otherwise. */
export function LinksList(props: {
  document: Pick<DocumentRow, 'id' | 'archivedAt'>;
  links: readonly LinkLine[];
  beside?: readonly RelatedRow[];
  none: string;
}) {
  const { document, links, beside = [] } = props;
  const t = useWords('relations');
  const contract = useWords('contract');
  const errors = useErrorWords();
  const names = useContractWords();
  const words = useLinkWords();
  const saved = useSaved();
  const [adding, setAdding] = useState(false);
  const locked = document.archivedAt !== null;
  const remove = useAction(async (link: LinkLine) => {
    const otherId = link.keeperId === document.id ? link.id : document.id;
    await runCommand('document_link.archive', { documentId: link.keeperId, id: link.linkId });
    const values = { otherId, kind: link.linkKind };
    saved(contract('linkRemoved'), names.related(link), () =>
      runCommand('document_link.add', { documentId: link.keeperId, values }),
    );
  });
  const rows: RelatedRow[] = links.map((one) => ({
    ...one,
    key: one.linkId,
    link: words.seenFrom(document.id, one),
    onRemove: locked ? undefined : () => void remove.run(one),
  }));
  return (
    <section aria-label={t('linksTitle')}>
      <h2 className={css['heading']}>
        {t('linksTitle')}
        {!locked && (
          <ActionButton size="xs" icon={<IconLink size={14} stroke={1.6} />} onClick={() => setAdding(true)}>
            {contract('linkAdd')}
          </ActionButton>
        )}
      </h2>
      {remove.error && <Note tone="red" title={errors(remove.error)} />}
      {rows.length + beside.length === 0 ? (
        <p className={css['none']}>{props.none}</p>
      ) : (
        <RelatedTable label={t('linksTitle')} rows={[...beside, ...rows]} />
      )}
      {adding && (
        <LinkDialog
          documentId={document.id}
          known={new Set([document.id, ...links.map((one) => one.id)])}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}
