import { expect, test } from 'vitest';
import { english } from '#renderer/i18n/dictionary-en.ts';
import { russian } from '#renderer/i18n/dictionary-ru.ts';
import { ticketStates } from '#shared/domain/service/ticket.ts';
import { ticketEventKinds } from '#shared/domain/service/ticket-event.ts';
import { urgencies } from '#shared/queries/ticket.ts';

test('every kind of event has its words in both languages', () => {
  for (const kind of ticketEventKinds) {
    expect(russian.talk, kind).toHaveProperty([`event_${kind}`]);
    expect(english.talk, kind).toHaveProperty([`event_${kind}`]);
  }
});

test('every state and every urgency has its words', () => {
  for (const state of ticketStates) expect(russian.queues, state).toHaveProperty([`state_${state}`]);
  for (const urgency of urgencies) expect(russian.queues, urgency).toHaveProperty([`group_${urgency}`]);
});
