/** The first day of the month of a date, `yyyy-mm-dd`. */
export const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;

/** The first day of the month so many months later. */
export function monthAfter(first: string, months: number): string {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`;
}

/** How many days the month of a date has. */
export function daysInMonth(date: string): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
