import { expect, test } from 'vitest';
import { scheduleCsv } from '#renderer/pages/vacations/schedule-csv.ts';
import type { ScheduleLine } from '#shared/queries/service.ts';

const leave = {
  id: 'v1',
  employeeId: 'e1',
  branchId: 'b1',
  departmentId: null,
  type: 'annual',
  from: '2026-06-15',
  to: '2026-06-28',
  days: 14,
  state: 'approved',
  substituteId: null,
  substitutionId: null,
  ticketId: null,
  createdById: 'e1',
  createdAt: 0,
  cancelledAt: null,
  substituteName: 'Жанна "Ж" Щукина',
  ticketNumber: 'З-00001',
} as const;

const line: ScheduleLine = {
  employeeId: 'e1',
  fullName: '=Олег; Басов',
  position: 'Инженер',
  departmentName: null,
  branchCity: 'Москва',
  balance: null,
  leaves: [leave],
};

test('a line for each vacation, quoted where a cell would break, never a formula', () => {
  const words = { head: ['a', 'b'], type: () => 'ежегодный', state: () => 'согласован', date: (date: string) => date };
  expect(scheduleCsv([line], words)).toBe(
    '\uFEFFa;b\r\n"\'=Олег; Басов";Инженер;;Москва;ежегодный;2026-06-15;2026-06-28;14;согласован;"Жанна ""Ж"" Щукина";З-00001\r\n',
  );
});
