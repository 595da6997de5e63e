import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { periodWords } from '#renderer/pages/form-fields/value-words.ts';
import { placed, share } from '#renderer/pages/vacations/placed.ts';
import type { Plan } from '#renderer/pages/vacations/plan-dialog.tsx';
import css from '#renderer/pages/vacations/schedule.module.css';
import { groupsOf } from '#renderer/pages/vacations/schedule-groups.ts';
import { Track } from '#renderer/pages/vacations/track.tsx';
import type { VacationRights } from '#renderer/pages/vacations/use-vacation-rights.ts';
import { monthsOf, placeOf, restOf, type Scale, type Span } from '#renderer/pages/vacations/year-scale.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** A line for each person, by department; months across. */
export function Schedule(props: {
  schedule: QueryResult<'vacation.schedule'>;
  span: Span;
  scale: Scale;
  rights: VacationRights;
  onPlan: (plan: Plan) => void;
}) {
  const { schedule, span, scale, rights, onPlan } = props;
  const t = useWords('vacations');
  const { i18n } = useTranslation();
  const today = useClock().today();
  const balances = schedule.lines.filter((line) => line.balance !== null).length > 1;
  const named = new Intl.DateTimeFormat(i18n.language, { month: scale === 'year' ? 'short' : 'long', timeZone: 'UTC' });
  const now = placeOf({ from: today, to: today }, span);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
    <section className={css['scroll']} tabIndex={0} aria-label={t('title')} data-area="list">
      <table className={css['table']} data-balance={balances || undefined}>
        <thead>
          <tr>
            <th scope="col" className={css['head']}>
              {t('person')}
            </th>
            {balances && (
              <th scope="col" className={`${css['head']} ${css['headBalance']}`}>
                {t('balance')}
              </th>
            )}
            <th scope="col" className={`${css['head']} ${css['headScale']}`}>
              <span className={css['months']}>
                {monthsOf(span).map((month) => (
                  <span key={month.first} style={{ width: share(month.width) }}>
                    {named.format(new Date(`${month.first}T00:00Z`)).replace('.', '')}
                  </span>
                ))}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groupsOf(schedule).map((group) => (
            <Fragment key={group.key}>
              <tr>
                <th scope="colgroup" colSpan={balances ? 2 : 1} className={css['groupName']}>
                  {group.name ?? t('noDepartment')} <span className={css['groupCity']}>{group.city}</span>
                </th>
                <td className={css['cell']} data-group>
                  {group.overlaps.map((overlap) => {
                    const place = placeOf(overlap, span);
                    const words = t('overlap', {
                      period: periodWords(overlap.from, overlap.to),
                      count: overlap.employeeIds.length,
                    });
                    return (
                      place && (
                        <span
                          key={`${overlap.from}-${overlap.to}`}
                          className={css['overlap']}
                          style={placed(place)}
                          title={words}
                          role="img"
                          aria-label={words}
                        />
                      )
                    );
                  })}
                </td>
              </tr>
              {group.lines.map((line) => (
                <tr key={line.employeeId}>
                  <th scope="row" className={css['who']} data-own={line.employeeId === rights.userId || undefined}>
                    <span className={css['person']}>
                      <PersonAvatar id={line.employeeId} name={line.fullName} decorative />
                      <span className={css['name']} title={`${line.fullName}, ${line.position}`}>
                        {line.fullName}
                      </span>
                      {line.employeeId === rights.userId && <span className={css['you']}>{t('you')}</span>}
                    </span>
                  </th>
                  {balances && (
                    <td className={css['balance']} data-short={(line.balance?.available ?? 0) < 0 || undefined}>
                      {line.balance?.available ?? ''}
                    </td>
                  )}
                  <td className={css['cell']}>
                    <Track line={line} span={span} rights={rights} onPlan={onPlan}>
                      {restOf(span, schedule.holidays).map((rest) => (
                        <i
                          key={rest.from}
                          className={css['rest']}
                          style={placed(placeOf(rest, span) ?? { left: 0, width: 0 })}
                        />
                      ))}
                      {now && <i className={css['now']} style={{ left: share(now.left) }} />}
                    </Track>
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
