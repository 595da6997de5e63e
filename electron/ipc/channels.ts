/** The messages between a window and its host: calls go in, events come out, and the preload tells which file a person handed over. */
export const callMessage = 'opora:call';
export const eventMessage = 'opora:event';
export const fileMessage = 'opora:file';
