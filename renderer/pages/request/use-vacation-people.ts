import { useMemo } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import type { PeopleFacts } from '#renderer/pages/form-fields/people-choices.ts';
import { periodWords } from '#renderer/pages/form-fields/value-words.ts';
import type { Kept } from '#renderer/pages/request/use-request-form.ts';
import { periodOf } from '#renderer/pages/request/vacation-days.ts';
import { counts } from '#shared/commands/service/absence.ts';
import { vacationFields } from '#shared/commands/service/ask-vacation.ts';
import type { FormField } from '#shared/domain/form/form.ts';

/** Who may stand in for the days asked for: the colleagues of the requester, with those marked who are on leave themselves. */
export function useVacationPeople(state: Kept | null, isVacation: boolean) {
  const period = state && isVacation ? periodOf(state.values) : null;
  const [from, to] = [period?.from ?? null, period?.to ?? null];
  const asked = (date: string | null) =>
    date === null ? null : { year: Number(date.slice(0, 4)), branchId: null, departmentId: null };
  const first = useQuery('vacation.schedule', asked(from)).data;
  const second = useQuery('vacation.schedule', from?.slice(0, 4) === to?.slice(0, 4) ? null : asked(to)).data;
  const away = useMemo(() => {
    const found = new Map<string, string>();
    if (!from || !to) return found;
    for (const line of [...(first?.lines ?? []), ...(second?.lines ?? [])])
      for (const leave of line.leaves)
        if (counts(leave.state) && leave.from <= to && from <= leave.to && !found.has(line.employeeId))
          found.set(line.employeeId, periodWords(leave.from, leave.to));
    return found;
  }, [first, second, from, to]);
  const requesterId = state?.requesterId ?? '';
  return useMemo(
    () =>
      (field: FormField): PeopleFacts | undefined => {
        if (requesterId === '') return undefined;
        const stands = isVacation && field.key === vacationFields.substitute;
        return { nearId: requesterId, without: stands ? [requesterId] : [], away: stands ? away : none };
      },
    [requesterId, isVacation, away],
  );
}

const none: ReadonlyMap<string, string> = new Map();
