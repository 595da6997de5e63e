import { IconAlertTriangleFilled, IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/work/work.module.css';
import type { PartyStanding } from '#shared/queries/contract.ts';

/** What the system has looked at: the counterparty and the files. `known` is false while it is being read. */
export function Checks(props: { party: PartyStanding | null; verified: boolean; known: boolean }) {
  const t = useWords('work');
  const { party, verified } = props;
  if (!props.known || (party === null && verified)) return null;
  return (
    <ul className={css['checks']} aria-label={t('checks')}>
      {party?.problems.length === 0 && (
        <li data-tone="green">
          <IconCircleCheckFilled size={16} aria-hidden="true" /> {t('check_ok')}
        </li>
      )}
      {party?.problems.map(({ problem, blocking }) => (
        <li key={problem} data-tone={blocking ? 'red' : 'amber'}>
          {blocking ? (
            <IconCircleXFilled size={16} aria-hidden="true" />
          ) : (
            <IconAlertTriangleFilled size={16} aria-hidden="true" />
          )}
          <span>
            {t(`check_${problem}`)}
            {blocking && <span className={css['quiet']}> · {t('check_blocking')}</span>}
          </span>
        </li>
      ))}
      {!verified && (
        <li data-tone="amber">
          <IconAlertTriangleFilled size={16} aria-hidden="true" /> {t('check_notVerified')}
        </li>
      )}
    </ul>
  );
}
