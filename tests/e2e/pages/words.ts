/** Words as they stand on the window in either of its languages. */
export const either = (russian: string, english: string): RegExp => new RegExp(`^(?:${russian}|${english})`);

/** The same, with nothing after them. */
export const exactly = (russian: string, english: string): RegExp => new RegExp(`^(?:${russian}|${english})$`);

export type Language = 'ru' | 'en';
