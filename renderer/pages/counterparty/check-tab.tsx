import { IconPlus, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Pill } from '#renderer/components/pill.tsx';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Limit } from '#renderer/pages/contract/party-panel.tsx';
import { CheckDialog } from '#renderer/pages/counterparty/check-dialog.tsx';
import css from '#renderer/pages/counterparty/counterparty.module.css';
import type { PartyStanding } from '#shared/queries/contract.ts';
import type { CounterpartyCard } from '#shared/queries/counterparty.ts';

const tones = { clear: 'green', risk: 'amber', refused: 'red' } as const;

/** Whether anything may be signed with a counterparty: what stands against it, what checks have shown, its limit. */
export function CheckTab({ card }: { card: CounterpartyCard }) {
  const t = useWords('counterparties');
  const words = useErrorWords();
  const [adding, setAdding] = useState(false);
  const { id, archivedAt } = card.counterparty;
  const { data, error, refresh } = useQuery('counterparty.standing', { id });
  if (error && data === undefined) {
    const refusal = asCoreError(error);
    return <ErrorPanel title={words(refusal)} code={refusal.told} onRetry={refresh} />;
  }
  if (!data || data.counterpartyId !== id) return null;
  return (
    <div className={css['check']}>
      <section aria-label={t('standing')}>
        <h2 className={css['heading']}>{t('standing')}</h2>
        <Problems party={data} />
      </section>
      <section aria-label={t('limit')}>
        <h2 className={css['heading']}>{t('limit')}</h2>
        {data.limitAmount === null ? (
          <p className={css['none']}>{t('noLimit')}</p>
        ) : (
          <div className={css['limit']}>
            <Limit limit={data.limitAmount} committed={data.committed} />
          </div>
        )}
      </section>
      <section aria-label={t('checks')}>
        <h2 className={css['heading']}>
          {t('checks')}
          {archivedAt === null && (
            <ActionButton size="xs" icon={<IconPlus size={14} stroke={1.6} />} onClick={() => setAdding(true)}>
              {t('checkAdd')}
            </ActionButton>
          )}
        </h2>
        <Checks checks={data.checks} />
      </section>
      {adding && <CheckDialog counterpartyId={id} onClose={() => setAdding(false)} />}
    </div>
  );
}

/** Each problem in a note: what it is, and the fact behind it. */
function Problems({ party }: { party: PartyStanding }) {
  const t = useWords('counterparties');
  const contract = useWords('contract');
  const last = party.checks[0];
  const facts: Record<PartyStanding['problems'][number]['problem'], string> = {
    duplicate: t('text_duplicate'),
    requisites: t('text_requisites'),
    stopped: t('text_stopped', { reason: party.stopReason ?? '' }),
    no_check: t('text_no_check'),
    check_old: t('text_check_old', { date: last ? formatDate(last.checkedOn) : '' }),
    check_bad: t('text_check_bad', { date: last ? formatDate(last.checkedOn) : '' }),
    over_limit: t('text_over_limit', {
      committed: formatMoney(party.committed),
      limit: formatMoney(party.limitAmount ?? 0),
    }),
    overdue: t('text_overdue', { count: party.overdueObligations }),
  };
  if (party.problems.length === 0)
    return (
      <Note tone="green" title={t('standingClear')}>
        {t('standingClearText')}
      </Note>
    );
  return (
    <ul className={css['problems']}>
      {party.problems.map(({ problem, blocking }) => (
        <li key={problem}>
          <IconShieldX size={16} stroke={1.6} data-tone={blocking ? 'red' : 'amber'} aria-hidden="true" />
          <span>
            <b>{contract(`problem_${problem}`)}</b>
            {blocking && <Pill tone="red">{contract('blocking')}</Pill>}
            <span className={css['quiet']}>{facts[problem]}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What was found out outside Opora, the newest first. */
function Checks({ checks }: { checks: PartyStanding['checks'] }) {
  const t = useWords('counterparties');
  if (checks.length === 0)
    return (
      <p className={css['none']}>
        {t('checksNone')}. {t('checksNoneText')}
      </p>
    );
  return (
    <table className={css['rows']} aria-label={t('checks')}>
      <thead>
        <tr>
          <th scope="col">{t('checkedOn')}</th>
          <th scope="col">{t('checkSource')}</th>
          <th scope="col">{t('checkResult')}</th>
          <th scope="col">{t('validUntil')}</th>
          <th scope="col">{t('checkComment')}</th>
          <th scope="col">{t('checkAuthor')}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <tr key={check.id}>
            <td className="op-figures">{formatDate(check.checkedOn)}</td>
            <td title={check.source}>{check.source}</td>
            <td>
              <Pill
                tone={tones[check.result]}
                icon={
                  check.result === 'clear' ? (
                    <IconShieldCheck size={12} stroke={1.6} />
                  ) : (
                    <IconShieldX size={12} stroke={1.6} />
                  )
                }
              >
                {t(`result_${check.result}`)}
              </Pill>
            </td>
            <td className="op-figures">{check.validUntil ? formatDate(check.validUntil) : ''}</td>
            <td title={check.comment ?? undefined}>{check.comment ?? ''}</td>
            <td>{check.authorName ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
