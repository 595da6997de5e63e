import type { English } from '#renderer/i18n/english.ts';
import type { diagnostics as source } from '#renderer/i18n/ru/diagnostics.ts';

export const diagnostics: English<typeof source> = {
  title: 'Details for IT',
  lead: 'One archive: versions, state of the exchange, checks of the data and the log of the program. Only figures and codes: no texts, no names, no passwords.',
  save: 'Save the archive',
  saved: 'Saved: {{name}}',
  again: 'Collect again',
  inside: 'What is inside',
  insideHint: 'The archive holds exactly what is shown.',
  file_versions: 'Versions and system',
  file_exchange: 'Exchange with the centre',
  file_counts: 'Numbers of records',
  file_checks: 'Checks of data and disk',
  file_recoveries: 'Recoveries',
  file_log: 'Log of the program',
  empty: 'empty',
  open: 'Details for IT',
  hint: 'An archive without personal data: versions, exchange, checks, log.',
};
