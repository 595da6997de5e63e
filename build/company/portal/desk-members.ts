import type { DeskKey } from '#build/company/portal/catalog/service-plan.ts';

interface DeskPeople {
  lead: string;
  /** Login, skills, how many open requests at once. */
  members: [login: string, skills: string[], limit: number | null][];
}

/** Who sits at the desks of the demo company, by login. */
export const deskMembers: Record<DeskKey, DeskPeople> = {
  it: {
    lead: 'lapin',
    members: [
      ['lapin', ['Доступы', 'Сеть'], 12],
      ['erdman', ['Рабочие места', 'Доступы', '1С'], 14],
    ],
  },
  people: {
    lead: 'ten',
    members: [
      ['ten', ['Отпуска', 'Приём', 'Увольнение'], null],
      ['kuzmina', ['Отпуска', 'Копии'], 10],
      ['zaitseva', ['Отпуска', 'Копии'], 10],
    ],
  },
  accounting: {
    lead: 'yudin',
    members: [
      ['yudin', ['Платежи'], 8],
      ['schukina', ['Справки', 'Платежи', 'Зарплата'], 15],
      ['sharipov', ['Справки', 'Платежи'], 12],
      ['isaeva', ['Справки', 'Платежи'], 12],
      ['panov', ['Справки', 'Платежи'], 12],
      ['tarasov', ['Справки', 'Платежи'], 12],
    ],
  },
  purchasing: {
    lead: 'krylova',
    members: [
      ['krylova', ['Тендеры'], 6],
      ['gizatullina', ['Мелкие закупки'], 10],
      ['zaitseva', ['Мелкие закупки'], 8],
    ],
  },
  law: {
    lead: 'basov',
    members: [
      ['basov', ['Договоры', 'Проверки'], 10],
      ['mironova', ['Договоры', 'Проверки'], 10],
    ],
  },
  office: {
    lead: 'krylova',
    members: [
      ['krylova', ['Пропуска'], 6],
      ['golubeva', ['Пропуска', 'Курьеры'], 12],
      ['gizatullina', ['Пропуска', 'Командировки'], 10],
      ['kim', ['Пропуска', 'Командировки'], 10],
    ],
  },
};
