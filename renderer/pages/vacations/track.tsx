import { type PointerEvent, type ReactNode, useState } from 'react';
import { daysBetween } from '#renderer/i18n/format/dates.ts';
import { LeaveBar } from '#renderer/pages/vacations/leave-bar.tsx';
import { placed } from '#renderer/pages/vacations/placed.ts';
import type { Plan } from '#renderer/pages/vacations/plan-dialog.tsx';
import css from '#renderer/pages/vacations/schedule.module.css';
import type { VacationRights } from '#renderer/pages/vacations/use-vacation-rights.ts';
import { dayAt, placeOf, type Span } from '#renderer/pages/vacations/year-scale.ts';
import type { ScheduleLine } from '#shared/queries/service.ts';

/** The year of one person: bars, and a place to draw a plan on. The button «Запланировать» does the same from the keyboard. */
export function Track(props: {
  line: ScheduleLine;
  span: Span;
  rights: VacationRights;
  onPlan: (plan: Plan) => void;
  children: ReactNode;
}) {
  const { line, span, rights, onPlan } = props;
  const { employeeId } = line;
  const may = rights.arranges || employeeId === rights.userId;
  const [drawn, setDrawn] = useState<{ begun: string; at: string } | null>(null);
  const dayOf = (event: PointerEvent<HTMLElement>): string => {
    const box = event.currentTarget.getBoundingClientRect();
    return dayAt((event.clientX - box.left) / box.width, span);
  };
  const period = drawn && {
    from: drawn.begun < drawn.at ? drawn.begun : drawn.at,
    to: drawn.begun < drawn.at ? drawn.at : drawn.begun,
  };
  const drawing = period && placeOf(period, span);
  return (
    <div
      className={css['track']}
      data-may={may || undefined}
      onPointerDown={(event) => {
        if (!may || event.button !== 0 || (event.target as Element).closest('button')) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrawn({ begun: dayOf(event), at: dayOf(event) });
      }}
      onPointerMove={(event) => drawn && setDrawn({ ...drawn, at: dayOf(event) })}
      onPointerUp={() => {
        if (!period) return;
        setDrawn(null);
        // A press without a move names the first day only.
        onPlan({ employeeId, from: period.from, to: period.from === period.to ? null : period.to });
      }}
      onPointerCancel={() => setDrawn(null)}
    >
      {props.children}
      {line.leaves.map((leave) => {
        const place = placeOf(leave, span);
        return place && <LeaveBar key={leave.id} leave={leave} line={line} style={placed(place)} rights={rights} />;
      })}
      {drawing && period && (
        <span className={css['ghost']} style={placed(drawing)}>
          {daysBetween(period.from, period.to) + 1}
        </span>
      )}
    </div>
  );
}
