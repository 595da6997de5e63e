import type { English } from '#renderer/i18n/english.ts';
import type { queues as source } from '#renderer/i18n/ru/queues.ts';

export const queues: English<typeof source> = {
  title: 'Queues',
};
