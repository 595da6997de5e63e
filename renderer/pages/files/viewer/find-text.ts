/** [start, end) in UTF-16 units. */
export type Place = readonly [start: number, end: number];

/** Places that are shown at most: a letter of a long file is met a hundred thousand times. */
export const MOST_PLACES = 5_000;

/** What a person looks for in one file: letters of any case, ё as е, any white space for a space. null: nothing to look for. */
export function findPattern(query: string): RegExp | null {
  const words = query.trim().slice(0, 200);
  if (words === '') return null;
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  // A line of a PDF or a cell of a table ends where a person sees a space.
  return new RegExp(literal.replace(/\s+/g, '\\s+').replace(/[её]/gi, '[её]'), 'giu');
}

/** Every place of the text that the pattern fits, in order, `most` of them. */
export function findPlaces(text: string, pattern: RegExp, most = MOST_PLACES): Place[] {
  const places: Place[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found && places.length < most; found = pattern.exec(text)) {
    if (found[0] === '') break;
    places.push([found.index, found.index + found[0].length]);
  }
  return places;
}
