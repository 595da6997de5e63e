import { describe, expect, test } from 'vitest';
import { fullCompanyName, quoted, shortCompanyName, splitLegalForm } from './legal-forms.ts';

describe('names of companies', () => {
  test.each([
    ['АО «Северный путь»', 'АО', 'Северный путь'],
    ['ООО "Ромашка"', 'ООО', 'Ромашка'],
    ['ооо ромашка', 'ООО', 'ромашка'],
    ['Общество с ограниченной ответственностью «Пик «Север»', 'ООО', 'Пик «Север»'],
    ['ПАО «Банк "ВТБ"»', 'ПАО', 'Банк "ВТБ"'],
    ['ИП Седых Пётр Кузьмич', 'ИП', 'Седых Пётр Кузьмич'],
    ['«А» и «Б»', null, '«А» и «Б»'],
    ['АОТ-Сервис', null, 'АОТ-Сервис'],
  ])('%s', (text, form, name) => {
    expect(splitLegalForm(text)).toEqual({ form, name });
  });

  test('written in full and in short', () => {
    expect(fullCompanyName('ООО', 'Ромашка')).toBe('Общество с ограниченной ответственностью «Ромашка»');
    expect(fullCompanyName('ИП', 'Седых Пётр Кузьмич')).toBe('Индивидуальный предприниматель Седых Пётр Кузьмич');
    expect(fullCompanyName('GmbH', 'Nord')).toBe('GmbH «Nord»');
    expect(fullCompanyName(null, 'Ромашка')).toBe('Ромашка');
    expect(shortCompanyName('ООО', 'Пик «Север»')).toBe('ООО «Пик „Север“»');
    expect(shortCompanyName('ИП', 'Седых П. К.')).toBe('ИП Седых П. К.');
    expect(quoted('«Ромашка»')).toBe('«Ромашка»');
  });
});
