import { IconFilePlus, IconRefresh } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/contract/contract.module.css';
import type { ContractFacts } from '#renderer/pages/contract/contract-facts.ts';
import { RelatedTable } from '#renderer/pages/contract/related-table.tsx';
import { amendmentOf, renewalOf } from '#renderer/pages/contract/taken-over.ts';
import { LinksList } from '#renderer/pages/links/links-list.tsx';
import { LinksPictureSection } from '#renderer/pages/links/links-picture-section.tsx';
import type { DocumentRow } from '#shared/domain/document.ts';

const icon = { size: 14, stroke: 1.6 } as const;

/** The contract with its amendments and renewals, documents linked with it, payments that name it. */
export function LinksTab({ document, facts }: { document: DocumentRow; facts: ContractFacts }) {
  const t = useWords('contract');
  const navigate = useNavigate();
  const locked = document.archivedAt !== null;
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
      <LinksList document={document} links={facts.links} none={t('relatedNone')} />
      <section aria-label={t('paymentsOf')}>
        <h2 className={css['heading']}>{t('paymentsOf')}</h2>
        {facts.payments.length === 0 ? (
          <p className={css['none']}>{t('paymentsNone')}</p>
        ) : (
          <RelatedTable label={t('paymentsOf')} rows={facts.payments.map((one) => ({ ...one, key: one.id }))} />
        )}
      </section>
      <LinksPictureSection documentId={document.id} />
    </div>
  );
}
