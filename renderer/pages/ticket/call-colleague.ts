/** What follows the last `@` of a note while somebody is being called, in lower case; null when nobody is. */
export function calledWords(text: string): string | null {
  const match = /(?:^|[\s(])@([\p{L}\p{N}._-]{0,40})$/u.exec(text);
  return match ? (match[1] ?? '').toLowerCase() : null;
}

/** The note with the colleague called by their login in place of what was typed of them. */
export const withCall = (text: string, login: string): string => `${text.replace(/@[^@]*$/, '')}@${login} `;

/** Those whose name or login begins with the words; people of the desk first. */
export function fittingPeople<P extends { id: string; fullName: string; login: string }>(
  people: readonly P[],
  words: string,
  desk: ReadonlySet<string>,
): P[] {
  const fits = (one: P) =>
    one.login.startsWith(words) ||
    one.fullName
      .toLowerCase()
      .split(' ')
      .some((part) => part.startsWith(words));
  return people
    .filter((one) => (words === '' ? desk.has(one.id) : fits(one)))
    .sort((one, other) => Number(desk.has(other.id)) - Number(desk.has(one.id)))
    .slice(0, 6);
}
