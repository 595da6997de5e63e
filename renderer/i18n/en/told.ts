import type { English } from '#renderer/i18n/english.ts';
import type { told as source } from '#renderer/i18n/ru/told.ts';

export const told: English<typeof source> = {
  SERVICE_CLOSED:
    '“{{service}}” is not offered any more. What you filled in is kept as a draft. Choose another service.',
  NOT_FOR_YOU: '“{{service}}” is not for your branch, department or role. Ask the administrator.',
  ROUTE_EMPTY: 'In the route “{{route}}” nobody can decide at the step “{{step}}”. Assign somebody or change the step.',
  QUEUE_EMPTY: 'The queue “{{queue}}” has no members: nobody would see the tickets. Add at least one.',
  VACATION_OVERLAP:
    'There is a vacation on these days already: {{from}} – {{to}}. Choose other days or cancel that one.',
  NO_BALANCE:
    'Not enough days of vacation: {{days}} needed, {{available}} available. Shorten the period or choose another kind.',
  TASKS_OPEN: 'Tasks that are not done: {{count}}. Close them first, then the ticket.',
  DENIED: 'Your role does not allow this with documents of the kind “{{ownKind}}”. The administrator grants access.',
  SUBSTITUTE_AWAY: 'The substitute is away: {{from}} – {{to}}. Choose another colleague.',
};
