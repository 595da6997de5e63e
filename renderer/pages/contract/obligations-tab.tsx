import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/contract/contract.module.css';
import type { ContractFacts } from '#renderer/pages/contract/contract-facts.ts';
import { ObligationDialog } from '#renderer/pages/contract/obligation-dialog.tsx';
import { scheduleTotals } from '#renderer/pages/contract/obligation-form.ts';
import { ObligationTable } from '#renderer/pages/contract/obligation-table.tsx';
import { useObligations } from '#renderer/pages/contract/use-obligations.ts';
import type { DocumentRow } from '#shared/domain/document.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { RelatedDocument } from '#shared/queries/contract.ts';

type Edited = { row: RowOf<'obligation'> | null; kind: RowOf<'obligation'>['kind'] };
const plus = <IconPlus size={14} stroke={1.6} />;

/** What each side owes and by when: the schedule of payments with its totals, then everything else. */
export function ObligationsTab({ document, facts }: { document: DocumentRow; facts: ContractFacts }) {
  const t = useWords('contract');
  const words = useErrorWords();
  const obligations = useObligations(document.id);
  const [edited, setEdited] = useState<Edited | null>(null);
  const locked = document.archivedAt !== null;
  const payments = facts.obligations.filter(({ row }) => row.kind === 'payment');
  const deeds = facts.obligations.filter(({ row }) => row.kind !== 'payment');
  const table = {
    currency: document.currency,
    locked,
    onEdit: (row: RowOf<'obligation'>) => setEdited({ row, kind: row.kind }),
    onSettle: obligations.settle,
    onArchive: obligations.archive,
  };
  return (
    <div className={css['tab']}>
      {obligations.error && <Note tone="red" title={words(obligations.error)} />}
      <section aria-label={t('schedule')}>
        <h2 className={css['heading']}>
          {t('schedule')}
          {!locked && (
            <ActionButton size="xs" icon={plus} onClick={() => setEdited({ row: null, kind: 'payment' })}>
              {t('paymentAdd')}
            </ActionButton>
          )}
        </h2>
        {payments.length > 0 && (
          <>
            <ObligationTable label={t('schedule')} lines={payments} {...table} />
            <ScheduleTotals document={document} facts={facts} />
          </>
        )}
        {payments.length === 0 && deeds.length > 0 && <p className={css['none']}>{t('moneyNone_schedule')}</p>}
      </section>
      <section aria-label={t('deeds')}>
        <h2 className={css['heading']}>
          {t('deeds')}
          {!locked && (
            <ActionButton size="xs" icon={plus} onClick={() => setEdited({ row: null, kind: 'delivery' })}>
              {t('obligationAdd')}
            </ActionButton>
          )}
        </h2>
        {deeds.length > 0 && <ObligationTable label={t('deeds')} lines={deeds} {...table} />}
      </section>
      {facts.obligations.length === 0 && (
        <p className={css['empty']}>
          <b>{t('obligationsNone')}</b>
          <span>{t('obligationsNoneText')}</span>
        </p>
      )}
      {edited && (
        <ObligationDialog
          key={edited.row?.id ?? edited.kind}
          documentId={document.id}
          row={edited.row}
          kind={edited.kind}
          candidates={candidatesOf(facts)}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}

/** Payments of the contract and what is linked with it, each once. */
function candidatesOf(facts: ContractFacts): RelatedDocument[] {
  const all = [...facts.payments, ...facts.links, ...facts.obligations.flatMap((one) => one.doneBy ?? [])];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

function ScheduleTotals({ document, facts }: { document: DocumentRow; facts: ContractFacts }) {
  const t = useWords('contract');
  const { total, paid, left, unscheduled } = scheduleTotals(facts.obligations, document.amount);
  const sum = (kopecks: number) => formatMoney(kopecks, document.currency);
  return (
    <p className={css['totals']}>
      <span>
        {t('total')} <b>{sum(total)}</b>
      </span>
      <span>{t('totalPaid', { sum: sum(paid) })}</span>
      <span>{t('totalLeft', { sum: sum(left) })}</span>
      {unscheduled !== null && (
        <span data-tone={unscheduled === 0 ? 'green' : 'amber'}>
          {unscheduled === 0
            ? t('scheduleWhole')
            : unscheduled > 0
              ? t('unscheduled', { sum: sum(unscheduled) })
              : t('overScheduled', { sum: sum(-unscheduled) })}
        </span>
      )}
    </p>
  );
}
