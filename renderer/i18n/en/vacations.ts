import type { English } from '#renderer/i18n/english.ts';
import type { vacations as source } from '#renderer/i18n/ru/vacations.ts';

export const vacations: English<typeof source> = {
  title: 'Vacation schedule',
  pickDays: 'Choose the first and the last day. Vacations of colleagues of the department are marked under the number.',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  left: '{{left}} of {{available}} left',
  backOn: 'Back on {{date}}, {{weekday}}',
  holidays: 'Holidays do not count: {{dates}}',
  ownOverlap: 'You have a vacation on these days already, {{period}}',
  ownOverlapText: 'Choose other days or cancel that one.',
  notEnough_one: '{{count}} day short',
  notEnough_other: '{{count}} days short',
  notEnoughText: '{{days}} needed, {{available}} available. Shorten the period or choose another kind.',
  colleagues: 'Colleagues of the department are away on these days too',
  past: 'These days are over: {{date}}',
  substituteSelf: 'Nobody can stand in for themselves. Choose a colleague.',
  substituteAway: 'The substitute is away too, {{from}} – {{to}}',
  substituteAwayText: 'Choose somebody else, or the request will not go.',
};
