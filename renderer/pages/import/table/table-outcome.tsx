import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { Figure } from '#renderer/pages/import/table/run-bar.tsx';
import css from '#renderer/pages/import/table/table.module.css';
import type { TableImport } from '#renderer/pages/import/table/use-table-import.ts';

/** What the run brought, and the ways on: to the records, back as a whole, once more. */
export function TableOutcome({ given, onOther }: { given: TableImport; onOther: () => void }) {
  const t = useWords('tables');
  const navigate = useNavigate();
  const { report, check, target, busy } = given;
  if (!report) return null;
  const { created, updated, skipped, parties, refused, cancelled, undone } = report;
  const changed = created + updated;
  return (
    <section className={css['card']} aria-label={t('outcome')}>
      <h2>{t(undone ? 'outcomeUndone' : cancelled ? 'outcomeStopped' : 'outcome')}</h2>
      <dl className={css['figures']}>
        <Figure label={t('outCreated')} count={created} />
        {updated > 0 && <Figure label={t('outUpdated')} count={updated} />}
        <Figure label={t('outSkipped')} count={skipped} />
        {parties > 0 && <Figure label={t('newParties')} count={parties} />}
        <Figure
          label={t('outBad')}
          count={refused.length + (check?.bad ?? 0)}
          tone={refused.length + (check?.bad ?? 0) > 0 ? 'red' : undefined}
        />
      </dl>
      {cancelled && !undone && (
        <Note tone="amber" title={t('stoppedTitle')}>
          {t('stoppedHint')}
        </Note>
      )}
      {undone && (
        <Note tone="green" title={undone.kept > 0 ? t('undoneSome', { count: undone.kept }) : t('undoneAll')}>
          {t('undoneHint')}
        </Note>
      )}
      <div className={css['choices']}>
        <ActionButton
          variant="filled"
          onClick={() => navigate(target?.target === 'counterparty' ? '/counterparties' : '/documents')}
        >
          {t(target?.target === 'counterparty' ? 'toCounterparties' : 'toDocuments')}
        </ActionButton>
        {changed > 0 && !undone && (
          <ActionButton busy={busy === 'undo'} onClick={() => void given.undo()}>
            {t('undo')}
          </ActionButton>
        )}
        {(cancelled || undone) && <ActionButton onClick={given.again}>{t('again')}</ActionButton>}
        <ActionButton variant="subtle" onClick={onOther}>
          {t('other')}
        </ActionButton>
      </div>
    </section>
  );
}
