import type { ArgsOf } from '#shared/commands/registry.ts';
import { blankField } from '#shared/domain/form/form.ts';

type KindPlan = ArgsOf<'document_kind.create'>;

/** Kinds of documents that the company made for itself, as its administrator entered them. */
export const kindPlans = {
  trip: {
    ...{ key: 'business_trip', base: 'memo', label: 'Служебная записка на командировку' },
    ...{ labelEn: 'Business trip memo', icon: 'travel', position: 1 },
    draft: {
      sections: [
        {
          key: 'trip',
          title: 'Поездка',
          hint: null,
          fields: [
            blankField('traveller', 'employee', 'Кто едет', { required: true }),
            blankField('city', 'text', 'Куда', { required: true, hint: 'Город, при нескольких — через запятую' }),
            blankField('period', 'date_range', 'Когда', { required: true }),
            blankField('trip_days', 'calculated', 'Дней в поездке', { formula: { type: 'days', field: 'period' } }),
            blankField('purpose', 'choice', 'Цель', {
              required: true,
              options: ['Переговоры', 'Монтаж и наладка', 'Обучение', 'Проверка филиала'],
            }),
            blankField('advance', 'money', 'Аванс', { minimum: 0 }),
          ],
        },
      ],
    },
  },
  claim: {
    ...{ key: 'claim', base: 'custom', label: 'Рекламация', labelEn: 'Claim', icon: 'claim', position: 2 },
    draft: {
      sections: [
        {
          key: 'goods',
          title: 'Что не так',
          hint: null,
          fields: [
            blankField('product', 'text', 'Товар', { required: true }),
            blankField('defect', 'choice', 'Недостаток', {
              required: true,
              options: ['Брак', 'Недопоставка', 'Пересорт', 'Повреждено в пути'],
            }),
            blankField('quantity', 'number', 'Количество', { minimum: 1 }),
            blankField('loss', 'money', 'Ущерб', { minimum: 0 }),
            blankField('demand', 'choice', 'Требуем', { options: ['Замена', 'Возврат денег', 'Скидка'] }),
            blankField('answer_by', 'date', 'Ждём ответ до'),
          ],
        },
      ],
    },
  },
} as const satisfies Record<string, KindPlan>;
