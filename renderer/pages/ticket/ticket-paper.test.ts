import { expect, test } from 'vitest';
import { ticketPaper } from '#renderer/pages/ticket/ticket-paper.ts';

const paper = {
  language: 'ru' as const,
  organization: '«Сибирские технологии», ООО',
  title: 'Заявка З-00859',
  subject: 'Отпуск <b>июль</b>',
  facts: [['Услуга', 'Отпуск'] as const],
  values: [['Причина', 'семья & дети "дома"'] as const],
  courseTitle: 'Ход заявки',
  course: [{ at: '13.05.2026, 10:32', who: 'Чен Ольга', text: 'Заявка заведена' }],
  foot: 'Напечатано',
};

test('what people typed is text on the page, never markup', () => {
  const html = ticketPaper(paper);
  expect(html).toContain('Отпуск &lt;b&gt;июль&lt;/b&gt;');
  expect(html).toContain('семья &amp; дети &quot;дома&quot;');
  expect(html).not.toContain('<b>');
});

test('a ticket without a course has no heading for it', () => {
  expect(ticketPaper(paper)).toContain('Ход заявки');
  expect(ticketPaper({ ...paper, course: [] })).not.toContain('Ход заявки');
});
