import { useCallback } from 'react';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { Gap } from '#shared/domain/registration/gaps.ts';

/** Why numbers have no document, in words: the cause, what is known of it, and since when. */
export function useGapWords(): (gap: Gap) => { cause: string; detail: string; when: string } {
  const t = useWords('journals');
  const record = useWords('record');
  const clock = useClock();
  const { employeeOf } = useDirectory();
  return useCallback(
    (gap) => {
      const nameOf = (id: string | null) => employeeOf(id)?.fullName ?? t('someone');
      const cause = t(`told_${gap.cause}`);
      switch (gap.cause) {
        case 'unexplained':
          return { cause, detail: '', when: '' };
        case 'explained':
          return {
            ...{ cause, detail: `${record(`${gap.reason}Gap`)}: ${gap.note} (${nameOf(gap.byId)})` },
            when: clock.moment(gap.at),
          };
        case 'voided':
          return {
            ...{ cause, detail: `${gap.reason ?? ''} (${nameOf(gap.byId)})`.trim() },
            when: gap.at === null ? '' : clock.moment(gap.at),
          };
        default: {
          const device = gap.deviceName ?? t('leaseUnnamed');
          const person = gap.cause === 'leased' && gap.userId ? `, ${nameOf(gap.userId)}` : '';
          return { cause, detail: `${device}${person}`, when: clock.moment(gap.since) };
        }
      }
    },
    [t, record, clock, employeeOf],
  );
}
