/** What of a text a reader sees: without zero-width, direction-changing and other invisible characters, and outer blanks. */
export const visibleText = (text: string): string => text.replace(/[\p{Cf}\p{Cc}\u3164\u115f\u1160]/gu, '').trim();
