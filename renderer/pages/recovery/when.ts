import { formatInstant } from '#renderer/i18n/format/dates.ts';

/** A moment by the clock of this computer: there may be no data yet that knows the branch. */
export const when = (at: number): string => formatInstant(at, -new Date(at).getTimezoneOffset());
