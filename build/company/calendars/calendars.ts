import { calendar2024 } from '#build/company/calendars/2024.ts';
import { calendar2025 } from '#build/company/calendars/2025.ts';
import { calendar2026 } from '#build/company/calendars/2026.ts';
import type { CalendarYear } from '#shared/lib/working-time/working-time.ts';

/** The production calendars that come with the program, in order of years. */
export const shippedCalendars: readonly CalendarYear[] = [calendar2024, calendar2025, calendar2026];
