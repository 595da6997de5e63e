/** The two messages between a window and its host: calls go in on one, events come out on the other. */
export const callMessage = 'opora:call';
export const eventMessage = 'opora:event';
