import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { periodWords } from '#renderer/pages/form-fields/value-words.ts';
import { LeaveFacts } from '#renderer/pages/vacations/leave-facts.tsx';
import type { VacationRights } from '#renderer/pages/vacations/use-vacation-rights.ts';
import css from '#renderer/pages/vacations/vacations.module.css';
import type { QueryResult } from '#shared/queries/registry.ts';

/** One's own days: what is left, what is planned and asked for; and where the department overlaps. */
export function OwnLeaves(props: {
  schedule: QueryResult<'vacation.schedule'> | undefined;
  year: number;
  rights: VacationRights;
}) {
  const { schedule, year, rights } = props;
  const t = useWords('vacations');
  const { employeeOf } = useDirectory();
  // The person's own line is there whatever the filter of the schedule leaves out.
  const mine = useQuery('vacation.schedule', {
    year,
    branchId: null,
    departmentId: employeeOf(rights.userId)?.departmentId ?? null,
  }).data?.lines.find((line) => line.employeeId === rights.userId);
  const balance = mine?.balance ?? null;
  return (
    <SidePanel label={t('mine')} header={<h2 className={css['heading']}>{t('mine')}</h2>}>
      {balance ? (
        <PanelSection>
          <div className={css['figures']}>
            <p>
              <b>{balance.available}</b>
              {t('available', { count: balance.available })}
            </p>
            <p>
              <b>{balance.used}</b>
              {t('used', { count: balance.used })}
            </p>
            <p>
              <b>{balance.planned}</b>
              {t('requested', { count: balance.planned })}
            </p>
          </div>
        </PanelSection>
      ) : (
        mine && (
          <PanelSection>
            <p className={css['quiet']}>{t('noGrants')}</p>
          </PanelSection>
        )
      )}
      <PanelSection title={t('myYear', { year })}>
        {mine?.leaves.map((leave) => (
          <LeaveFacts key={leave.id} leave={leave} line={mine} rights={rights} />
        ))}
        {mine && mine.leaves.length === 0 && <p className={css['quiet']}>{t('nothingPlanned')}</p>}
      </PanelSection>
      {schedule && schedule.overlaps.length > 0 && (
        <PanelSection title={t('overlaps')}>
          <ul className={css['overlaps']}>
            {schedule.overlaps.map((one) => (
              <li key={`${one.departmentId}-${one.from}`}>
                <b>{one.departmentName ?? t('noDepartment')}</b>{' '}
                <span className="op-figures">{periodWords(one.from, one.to)}</span>
                <span className={css['quiet']}>
                  {one.employeeIds
                    .map((id) => employeeOf(id)?.fullName ?? '')
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
    </SidePanel>
  );
}
