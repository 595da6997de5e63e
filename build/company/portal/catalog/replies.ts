import type { DeskKey } from '#build/company/portal/catalog/service-plan.ts';

export interface ReplyPlan {
  title: string;
  text: string;
  /** null: every desk has it. */
  desk: DeskKey | null;
  asks: boolean;
  options: string[];
}

const says = (title: string, desk: DeskKey | null, text: string): ReplyPlan => ({
  title,
  text,
  desk,
  asks: false,
  options: [],
});
const asks = (title: string, desk: DeskKey | null, text: string, options: string[] = []): ReplyPlan => ({
  title,
  text,
  desk,
  asks: true,
  options,
});

/** Replies that desks give often; {fields} are filled in when one is chosen. */
export const replyPlans: readonly ReplyPlan[] = [
  says('Взяли в работу', null, '{requester}, здравствуйте! Заявка {number} у меня, займусь сегодня. {assignee}'),
  asks(
    'Нужны подробности',
    null,
    '{requester}, чтобы не гадать: опишите, пожалуйста, что именно нужно и к какому сроку.',
  ),
  says(
    'Готово, проверьте',
    null,
    '{requester}, по заявке «{service}» всё сделано. Проверьте, пожалуйста: если что-то не так, верните заявку, и мы продолжим.',
  ),
  asks('Решилось?', null, '{requester}, помогло ли то, что мы сделали?', ['Да, всё работает', 'Нет, осталось']),
  asks('Когда удобно подойти', 'it', '{requester}, мне нужно минут двадцать за вашим компьютером. Когда удобно?', [
    'Сейчас',
    'После обеда',
    'Завтра утром',
  ]),
  says(
    'Пароль сброшен',
    'it',
    '{requester}, пароль сброшен. Войдите с временным паролем, который пришёл в СМС, и сразу задайте свой: не короче 12 знаков, без имени и даты рождения.',
  ),
  asks(
    'Снимок экрана',
    'it',
    '{requester}, пришлите, пожалуйста, снимок экрана с ошибкой целиком: Win + Shift + S, затем вставьте сюда.',
  ),
  asks('Как отдать справку', 'accounting', '{requester}, справка готова. Как её передать?', [
    'Файлом с подписью',
    'На бумаге, зайду',
    'Отправьте почтой',
  ]),
  asks(
    'Счёт с ошибкой',
    'accounting',
    '{requester}, в счёте {number} не сходятся реквизиты. Попросите у поставщика исправленный и приложите его сюда.',
  ),
  says(
    'Оплачено',
    'accounting',
    '{requester}, счёт оплачен, платёжное поручение приложено. Деньги у получателя будут в течение рабочего дня.',
  ),
  says(
    'Приказ подписан',
    'people',
    '{requester}, приказ подписан. Отпускные придут не позже чем за три дня до начала отпуска.',
  ),
  asks(
    'Перенести отпуск?',
    'people',
    '{requester}, в эти дни в вашем отделе уже отдыхает коллега. Перенесёте или оставляем?',
    ['Перенесу', 'Оставляем как есть'],
  ),
  asks(
    'Три предложения',
    'purchasing',
    '{requester}, для этой суммы нужны три коммерческих предложения. Есть ли у вас на примете поставщики?',
    ['Есть, приложу', 'Нет, найдите сами'],
  ),
  says(
    'Замечаний нет',
    'law',
    '{requester}, контрагента проверили: замечаний нет, заключение приложено. Действует 90 дней.',
  ),
  says('Пропуск заказан', 'office', '{requester}, пропуск заказан и ждёт на посту охраны. Гостю понадобится паспорт.'),
];
