import type { CalendarYear } from '#shared/lib/working-time/working-time.ts';

/** 2026: ст. 95 and 112 ТК РФ, transfers by ПП РФ № 1466 of 24.09.2025. */
export const calendar2026: CalendarYear = {
  year: 2026,
  days: [
    { date: '2026-01-01', kind: 'holiday' },
    { date: '2026-01-02', kind: 'holiday' },
    { date: '2026-01-03', kind: 'holiday' },
    { date: '2026-01-04', kind: 'holiday' },
    { date: '2026-01-05', kind: 'holiday' },
    { date: '2026-01-06', kind: 'holiday' },
    { date: '2026-01-07', kind: 'holiday' },
    { date: '2026-01-08', kind: 'holiday' },
    { date: '2026-01-09', kind: 'holiday', movedFrom: '2026-01-03' },
    { date: '2026-02-23', kind: 'holiday' },
    { date: '2026-03-08', kind: 'holiday' },
    { date: '2026-03-09', kind: 'holiday', movedFrom: '2026-03-08' },
    { date: '2026-04-30', kind: 'short' },
    { date: '2026-05-01', kind: 'holiday' },
    { date: '2026-05-08', kind: 'short' },
    { date: '2026-05-09', kind: 'holiday' },
    { date: '2026-05-11', kind: 'holiday', movedFrom: '2026-05-09' },
    { date: '2026-06-11', kind: 'short' },
    { date: '2026-06-12', kind: 'holiday' },
    { date: '2026-11-03', kind: 'short' },
    { date: '2026-11-04', kind: 'holiday' },
    { date: '2026-12-31', kind: 'holiday', movedFrom: '2026-01-04' },
  ],
};
