import type { CalendarYear } from '#shared/lib/working-time/working-time.ts';

/** 2024: ст. 95 and 112 ТК РФ, transfers by ПП РФ № 1314 of 10.08.2023. */
export const calendar2024: CalendarYear = {
  year: 2024,
  days: [
    { date: '2024-01-01', kind: 'holiday' },
    { date: '2024-01-02', kind: 'holiday' },
    { date: '2024-01-03', kind: 'holiday' },
    { date: '2024-01-04', kind: 'holiday' },
    { date: '2024-01-05', kind: 'holiday' },
    { date: '2024-01-06', kind: 'holiday' },
    { date: '2024-01-07', kind: 'holiday' },
    { date: '2024-01-08', kind: 'holiday' },
    { date: '2024-02-22', kind: 'short' },
    { date: '2024-02-23', kind: 'holiday' },
    { date: '2024-03-07', kind: 'short' },
    { date: '2024-03-08', kind: 'holiday' },
    { date: '2024-04-27', kind: 'working' },
    { date: '2024-04-29', kind: 'holiday', movedFrom: '2024-04-27' },
    { date: '2024-04-30', kind: 'holiday', movedFrom: '2024-11-02' },
    { date: '2024-05-01', kind: 'holiday' },
    { date: '2024-05-08', kind: 'short' },
    { date: '2024-05-09', kind: 'holiday' },
    { date: '2024-05-10', kind: 'holiday', movedFrom: '2024-01-06' },
    { date: '2024-06-11', kind: 'short' },
    { date: '2024-06-12', kind: 'holiday' },
    { date: '2024-11-02', kind: 'short' },
    { date: '2024-11-04', kind: 'holiday' },
    { date: '2024-12-28', kind: 'working' },
    { date: '2024-12-30', kind: 'holiday', movedFrom: '2024-12-28' },
    { date: '2024-12-31', kind: 'holiday', movedFrom: '2024-01-07' },
  ],
};
