import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useState } from 'react';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Pill } from '#renderer/components/pill.tsx';
import { PanelSection } from '#renderer/components/side-panel.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/contract/side.module.css';
import { shareOf } from '#renderer/pages/contract/term-words.ts';
import { CheckDialog } from '#renderer/pages/counterparty/check-dialog.tsx';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import type { PartyStanding } from '#shared/queries/contract.ts';

const aboutCheck = new Set(['no_check', 'check_old', 'check_bad']);

/** The other side: who it is, when it was checked, what stands against it, how much of its limit is used. */
export function PartyPanel({ party }: { party: PartyStanding | null }) {
  const t = useWords('contract');
  const [checking, setChecking] = useState(false);
  if (!party)
    return (
      <PanelSection title={t('counterparty')}>
        <p className={css['none']}>{t('noParty')}</p>
      </PanelSection>
    );
  const last = party.checks[0];
  const verified = last !== undefined && !party.problems.some((one) => aboutCheck.has(one.problem));
  const unchecked = party.problems.some((one) => aboutCheck.has(one.problem));
  return (
    <PanelSection title={t('counterparty')}>
      <p className={css['party']}>
        <a href={`#/counterparties/${party.counterpartyId}`}>{partyTitle(party)}</a>
      </p>
      {party.inn && (
        <p className={css['codes']}>
          {t('inn')} {party.inn}
          {party.kpp && ` · ${t('kpp')} ${party.kpp}`}
        </p>
      )}
      <div className={css['pills']}>
        {verified && (
          <Pill tone="green" icon={<IconShieldCheck size={12} stroke={1.6} />}>
            {t('checkedOn', { date: formatDate(last.checkedOn) })}
          </Pill>
        )}
        {party.problems.map(({ problem, blocking }) => (
          <Pill key={problem} tone={blocking ? 'red' : 'amber'} icon={<IconShieldX size={12} stroke={1.6} />}>
            {t(`problem_${problem}`)}
            {blocking && <span className="op-hidden"> {t('blocking')}</span>}
          </Pill>
        ))}
      </div>
      {party.limitAmount !== null && party.limitAmount > 0 && (
        <Limit limit={party.limitAmount} committed={party.committed} />
      )}
      {unchecked && (
        <p className={css['way']}>
          <LinkButton onClick={() => setChecking(true)}>{t('checkParty')}</LinkButton>
        </p>
      )}
      {checking && <CheckDialog counterpartyId={party.counterpartyId} onClose={() => setChecking(false)} />}
    </PanelSection>
  );
}

/** How much of the limit contracts in force and on their way take. */
export function Limit({ limit, committed }: { limit: number; committed: number }) {
  const t = useWords('contract');
  const share = shareOf(committed, limit);
  return (
    <div className={css['limit']}>
      <span className={css['track']} aria-hidden="true">
        <span
          data-tone={share > 100 ? 'red' : share >= 80 ? 'amber' : 'ink'}
          style={{ width: `${Math.min(100, share)}%` }}
        />
      </span>
      <span className={css['limitWords']}>
        <b>{t('limitShare', { share: String(share) })}</b>
        <span>{t('limitOf', { committed: formatMoney(committed), limit: formatMoney(limit) })}</span>
      </span>
    </div>
  );
}
