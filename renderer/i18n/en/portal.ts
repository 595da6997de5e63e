import type { English } from '#renderer/i18n/english.ts';
import type { portal as source } from '#renderer/i18n/ru/portal.ts';

export const portal: English<typeof source> = {
  title: 'Requests',
  sections: 'Parts of requests',
  tab_services: 'Services',
  tab_mine: 'My requests',
  tab_queues: 'Queues',
  tab_articles: 'Knowledge base',
  tab_vacations: 'Vacation schedule',
};
