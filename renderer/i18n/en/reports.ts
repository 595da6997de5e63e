import type { English } from '#renderer/i18n/english.ts';
import type { reports as source } from '#renderer/i18n/ru/reports.ts';

export const reports: English<typeof source> = {
  title: 'Reports',
};
