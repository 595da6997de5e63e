import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { periodWords } from '#renderer/pages/form-fields/value-words.ts';
import { useOwnToasts } from '#renderer/pages/portal/use-own-toasts.ts';
import { useRefusalWords } from '#renderer/pages/portal/use-refusal-words.ts';
import { useAskVacation } from '#renderer/pages/vacations/use-ask-vacation.ts';
import type { VacationRights } from '#renderer/pages/vacations/use-vacation-rights.ts';
import css from '#renderer/pages/vacations/vacations.module.css';
import type { ScheduleLine } from '#shared/queries/service.ts';

/** All of one vacation, and the next step: ask for what is planned, open what was asked for. */
export function LeaveFacts(props: {
  leave: ScheduleLine['leaves'][number];
  line: Pick<ScheduleLine, 'employeeId' | 'fullName'>;
  rights: VacationRights;
  onDone?: () => void;
}) {
  const { leave, line, rights } = props;
  const t = useWords('vacations');
  const words = useRefusalWords();
  const navigate = useNavigate();
  const told = useOwnToasts();
  const askFor = useAskVacation();
  const unplan = useCommand('vacation.unplan');
  const own = line.employeeId === rights.userId;
  const period = periodWords(leave.from, leave.to);
  const remove = async () => {
    if (!(await unplan.run({ id: leave.id }))) return;
    const { employeeId, type, from, to } = leave;
    told(t('unplanned'), `${line.fullName}, ${period}`, () =>
      runCommand('vacation.plan', { employeeId, type, from, to }),
    );
    props.onDone?.();
  };
  return (
    <div className={css['facts']}>
      <p className={css['factsTitle']}>{own ? period : `${line.fullName}, ${period}`}</p>
      <p>
        {t('factsLine', {
          days: t('days', { count: leave.days }),
          type: t(`${leave.type}Leave`),
          state: t(`state_${leave.state}`),
        })}
      </p>
      {leave.substituteName && <p className={css['instead']}>{t('substitutes', { name: leave.substituteName })}</p>}
      <div className={css['factsActions']}>
        {leave.state === 'planned' && own && askFor && (
          <ActionButton variant="filled" size="xs" onClick={() => askFor({ from: leave.from, to: leave.to })}>
            {t('askFor')}
          </ActionButton>
        )}
        {leave.state === 'planned' && (own || rights.arranges) && (
          <ActionButton size="xs" busy={unplan.busy} onClick={() => void remove()}>
            {t('unplan')}
          </ActionButton>
        )}
        {leave.ticketId && (own || rights.arranges) && (
          <ActionButton size="xs" onClick={() => navigate(`/tickets/${leave.ticketId}`)}>
            {leave.ticketNumber ? t('openTicket', { number: leave.ticketNumber }) : t('openTicketBare')}
          </ActionButton>
        )}
      </div>
      {unplan.error && <Note tone="red" title={words(unplan.error)} />}
    </div>
  );
}
