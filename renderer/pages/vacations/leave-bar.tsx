import { Popover } from '@mantine/core';
import { type CSSProperties, useState } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { periodWords } from '#renderer/pages/form-fields/value-words.ts';
import { LeaveFacts } from '#renderer/pages/vacations/leave-facts.tsx';
import css from '#renderer/pages/vacations/schedule.module.css';
import type { VacationRights } from '#renderer/pages/vacations/use-vacation-rights.ts';
import type { ScheduleLine } from '#shared/queries/service.ts';

/** A vacation in the year of a person; a press tells all of it and what can be done. */
export function LeaveBar(props: {
  leave: ScheduleLine['leaves'][number];
  line: ScheduleLine;
  style: CSSProperties;
  rights: VacationRights;
}) {
  const { leave, line, rights } = props;
  const t = useWords('vacations');
  const [opened, setOpened] = useState(false);
  const label = t('bar', {
    name: line.fullName,
    period: periodWords(leave.from, leave.to),
    days: t('days', { count: leave.days }),
    state: t(`state_${leave.state}`),
  });
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom" withArrow trapFocus shadow="md">
      <Popover.Target>
        <button
          type="button"
          className={css['bar']}
          // The narrowest bar of the last day of the year stays inside of the year.
          style={{ ...props.style, left: `min(${props.style.left}, calc(100% - 6px))` }}
          data-state={leave.state}
          aria-label={label}
          title={label}
          onClick={() => setOpened(!opened)}
        >
          <span className={css['figure']}>{leave.days}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <LeaveFacts leave={leave} line={line} rights={rights} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
