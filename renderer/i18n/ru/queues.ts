/** Queues, the card of a ticket, replies. */
export const queues = {
  title: 'Очереди',
} as const;
