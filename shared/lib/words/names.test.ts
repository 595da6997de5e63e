import { describe, expect, test } from 'vitest';
import { declinePersonName, type GrammaticalCase, genderOfName, nameWithInitials, parsePersonName } from './names.ts';

const oblique = [
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
] as const satisfies GrammaticalCase[];
const all = (name: string): string => oblique.map((to) => declinePersonName(name, to)).join(', ');

describe('names of people', () => {
  test.each([
    ['Ярцев Михаил Юрьевич', 'Ярцев', 'Михаил', 'Юрьевич'],
    ['Михаил Юрьевич Ярцев', 'Ярцев', 'Михаил', 'Юрьевич'],
    ['Михаил Ярцев', 'Ярцев', 'Михаил', ''],
    ['Марина Тен', 'Тен', 'Марина', ''],
    ['Тен Марина', 'Тен', 'Марина', ''],
    ['Алия  Гизатуллина', 'Гизатуллина', 'Алия', ''],
    ['Ярцев М. Ю.', 'Ярцев', 'М.', 'Ю.'],
    ['М.Ю. Ярцев', 'Ярцев', 'М.', 'Ю.'],
    ['М. Ярцев', 'Ярцев', 'М.', ''],
    ['Мамедов Али Гасан оглы', 'Мамедов', 'Али', 'Гасан оглы'],
    ['John Smith', 'Smith', 'John', ''],
    ['Петров', 'Петров', '', ''],
    ['', '', '', ''],
  ])('parts of %s', (text, last, first, middle) => {
    expect(parsePersonName(text)).toEqual({ last, first, middle });
  });

  test.each([
    ['Ярцев Михаил Юрьевич', 'Ярцева Михаила Юрьевича'],
    ['Анна Крылова', 'Крыловой Анны'],
    ['Тен Марина Олеговна', 'Тен Марины Олеговны'],
    ['Ким Виктор Ильич', 'Кима Виктора Ильича'],
    ['Седых Пётр Кузьмич', 'Седых Петра Кузьмича'],
    ['Шевченко Любовь Григорьевна', 'Шевченко Любови Григорьевны'],
    ['Кузнец Пётр Лукич', 'Кузнеца Петра Лукича'],
    ['Кравец Павел Фомич', 'Кравца Павла Фомича'],
    ['Гусь Лев Львович', 'Гуся Льва Львовича'],
    ['Цой Анита Сергеевна', 'Цой Аниты Сергеевны'],
    ['Толстой Илья Ильич', 'Толстого Ильи Ильича'],
    ['Ахмед-заде Эльчин Расул оглы', 'Ахмед-заде Эльчина Расул оглы'],
    ['Салтыков-Щедрин Михаил Евграфович', 'Салтыкова-Щедрина Михаила Евграфовича'],
    ['Ярцев М. Ю.', 'Ярцева М. Ю.'],
    ['Smith John', 'Smith John'],
  ])('genitive of %s', (name, genitive) => {
    expect(declinePersonName(name, 'genitive')).toBe(genitive);
  });

  test('all cases', () => {
    expect(all('Бондарь Игорь Никитич')).toBe(
      'Бондаря Игоря Никитича, Бондарю Игорю Никитичу, Бондаря Игоря Никитича, Бондарем Игорем Никитичем, Бондаре Игоре Никитиче',
    );
    expect(all('Иванова-Тен Любовь Ильинична')).toBe(
      'Ивановой-Тен Любови Ильиничны, Ивановой-Тен Любови Ильиничне, Иванову-Тен Любовь Ильиничну, Ивановой-Тен Любовью Ильиничной, Ивановой-Тен Любови Ильиничне',
    );
    expect(declinePersonName('Грибов Илья Ильич', 'instrumental')).toBe('Грибовым Ильей Ильичом');
  });

  test('a gender given by the user decides where the name does not tell', () => {
    expect(genderOfName('Ли Ян')).toBe('male');
    expect(declinePersonName('Шевчук Саша', 'genitive', 'female')).toBe('Шевчук Саши');
    expect(declinePersonName('Шевчук Саша', 'genitive', 'male')).toBe('Шевчука Саши');
    expect(genderOfName('Кузнецова Алма Бахыт кызы')).toBe('female');
    expect(genderOfName('Smith J.')).toBeNull();
  });

  test('initials', () => {
    expect(nameWithInitials('Ярцев Михаил Юрьевич')).toBe('М.\u00a0Ю.\u00a0Ярцев');
    expect(nameWithInitials('Михаил Ярцев', 'last')).toBe('Ярцев\u00a0М.');
    expect(nameWithInitials('М. Ю. Ярцев', 'last')).toBe('Ярцев\u00a0М.\u00a0Ю.');
    expect(nameWithInitials('Петров')).toBe('Петров');
  });
});
