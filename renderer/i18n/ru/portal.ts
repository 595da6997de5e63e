/** The catalog, the form of a request, own requests. */
export const portal = {
  title: 'Заявки',
  sections: 'Разделы заявок',
  tab_services: 'Услуги',
  tab_mine: 'Мои заявки',
  tab_queues: 'Очереди',
  tab_articles: 'База знаний',
  tab_vacations: 'График отпусков',
} as const;
