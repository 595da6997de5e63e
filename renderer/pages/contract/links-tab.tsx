import { IconFilePlus, IconLink, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/contract/contract.module.css';
import type { ContractFacts } from '#renderer/pages/contract/contract-facts.ts';
import { LinkDialog } from '#renderer/pages/contract/link-dialog.tsx';
import { RelatedTable } from '#renderer/pages/contract/related-table.tsx';
import { amendmentOf, renewalOf } from '#renderer/pages/contract/taken-over.ts';
import { useContractWords } from '#renderer/pages/contract/use-contract-words.ts';
import { useSaved } from '#renderer/pages/contract/use-saved.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

const icon = { size: 14, stroke: 1.6 } as const;

/** The contract with its amendments and renewals, documents linked with it, payments that name it. */
export function LinksTab({ document, facts }: { document: DocumentRow; facts: ContractFacts }) {
  const t = useWords('contract');
  const words = useErrorWords();
  const contract = useContractWords();
  const saved = useSaved();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const locked = document.archivedAt !== null;
  const remove = useAction(async (link: ContractFacts['links'][number]) => {
    await runCommand('document_link.archive', { documentId: document.id, id: link.linkId });
    saved(t('linkRemoved'), contract.related(link), () => {
      const values = { otherId: link.id, kind: link.linkKind };
      void runCommand('document_link.add', { documentId: document.id, values });
    });
  });
  const begin = (start: ReturnType<typeof amendmentOf>) => navigate('/documents/new/amendment', { state: { start } });
  return (
    <div className={css['tab']}>
      <section aria-label={t('tree')}>
        <h2 className={css['heading']}>
          {t('tree')}
          {!locked && (
            <span className={css['headTools']}>
              <ActionButton size="xs" icon={<IconFilePlus {...icon} />} onClick={() => begin(amendmentOf(document))}>
                {t('createAmendment')}
              </ActionButton>
              <ActionButton
                size="xs"
                icon={<IconRefresh {...icon} />}
                onClick={() => begin(renewalOf(document, t('prolongSubject', { subject: document.subject })))}
              >
                {t('prolong')}
              </ActionButton>
            </span>
          )}
        </h2>
        <RelatedTable label={t('tree')} rows={facts.tree.map((one) => ({ ...one, key: one.id }))} />
        {facts.tree.length < 2 && <p className={css['none']}>{t('treeAlone')}</p>}
      </section>
      <section aria-label={t('related')}>
        <h2 className={css['heading']}>
          {t('related')}
          {!locked && (
            <ActionButton size="xs" icon={<IconLink {...icon} />} onClick={() => setAdding(true)}>
              {t('linkAdd')}
            </ActionButton>
          )}
        </h2>
        {remove.error && <Note tone="red" title={words(remove.error)} />}
        {facts.links.length === 0 ? (
          <p className={css['none']}>{t('relatedNone')}</p>
        ) : (
          <RelatedTable
            label={t('related')}
            rows={facts.links.map((one) => ({
              ...one,
              key: one.linkId,
              link: t(`linkKind_${one.linkKind}`),
              onRemove: locked ? undefined : () => void remove.run(one),
            }))}
          />
        )}
      </section>
      <section aria-label={t('paymentsOf')}>
        <h2 className={css['heading']}>{t('paymentsOf')}</h2>
        {facts.payments.length === 0 ? (
          <p className={css['none']}>{t('paymentsNone')}</p>
        ) : (
          <RelatedTable label={t('paymentsOf')} rows={facts.payments.map((one) => ({ ...one, key: one.id }))} />
        )}
      </section>
      {adding && (
        <LinkDialog
          documentId={document.id}
          known={new Set([document.id, ...facts.links.map((one) => one.id)])}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
