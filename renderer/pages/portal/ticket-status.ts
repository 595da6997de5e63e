import type { StatusKey } from '#renderer/components/status-glyph.tsx';
import type { TicketState } from '#shared/domain/service/ticket.ts';

/** The glyph of a request's state; its word is `portal:state_…`. */
export const ticketGlyphs: Record<TicketState, StatusKey> = {
  approval: 'approve',
  open: 'check',
  working: 'perform',
  waiting: 'wait',
  resolved: 'done',
  closed: 'done',
  cancelled: 'void',
  declined: 'refused',
  rejected: 'refused',
  merged: 'void',
};
