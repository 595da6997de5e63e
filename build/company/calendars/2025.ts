import type { CalendarYear } from '#shared/lib/working-time/working-time.ts';

/** 2025: ст. 95 and 112 ТК РФ, transfers by ПП РФ № 1335 of 04.10.2024. */
export const calendar2025: CalendarYear = {
  year: 2025,
  days: [
    { date: '2025-01-01', kind: 'holiday' },
    { date: '2025-01-02', kind: 'holiday' },
    { date: '2025-01-03', kind: 'holiday' },
    { date: '2025-01-04', kind: 'holiday' },
    { date: '2025-01-05', kind: 'holiday' },
    { date: '2025-01-06', kind: 'holiday' },
    { date: '2025-01-07', kind: 'holiday' },
    { date: '2025-01-08', kind: 'holiday' },
    { date: '2025-02-23', kind: 'holiday' },
    { date: '2025-03-07', kind: 'short' },
    { date: '2025-03-08', kind: 'holiday' },
    { date: '2025-04-30', kind: 'short' },
    { date: '2025-05-01', kind: 'holiday' },
    { date: '2025-05-02', kind: 'holiday', movedFrom: '2025-01-04' },
    { date: '2025-05-08', kind: 'holiday', movedFrom: '2025-02-23' },
    { date: '2025-05-09', kind: 'holiday' },
    { date: '2025-06-11', kind: 'short' },
    { date: '2025-06-12', kind: 'holiday' },
    { date: '2025-06-13', kind: 'holiday', movedFrom: '2025-03-08' },
    { date: '2025-11-01', kind: 'short' },
    { date: '2025-11-03', kind: 'holiday', movedFrom: '2025-11-01' },
    { date: '2025-11-04', kind: 'holiday' },
    { date: '2025-12-31', kind: 'holiday', movedFrom: '2025-01-05' },
  ],
};
