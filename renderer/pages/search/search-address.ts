import { type ChosenFacets, facetNames, type SearchQuestion, searchQuestion } from '#shared/queries/search.ts';

export const noQuestion: SearchQuestion = { text: '', off: [], chosen: {} };

/** A question as the address of its page says it; what an address cannot mean is left out. */
export function questionOf(address: URLSearchParams): SearchQuestion {
  const chosen: ChosenFacets = {};
  for (const name of facetNames) {
    const values = address.getAll(name);
    if (values.length > 0) chosen[name] = values;
  }
  const question = { text: (address.get('q') ?? '').slice(0, 500), off: address.getAll('off'), chosen };
  return searchQuestion.safeParse(question).data ?? { ...noQuestion, text: question.text };
}

/** The same the other way round. */
export function addressOf({ text, off, chosen }: SearchQuestion): URLSearchParams {
  const address = new URLSearchParams();
  if (text !== '') address.set('q', text);
  for (const key of off) address.append('off', key);
  for (const name of facetNames) for (const value of chosen[name] ?? []) address.append(name, value);
  return address;
}

/** A way to the page with these words. */
export const searchPath = (question: SearchQuestion): string => `/search?${addressOf(question)}`;

/** Chooses a value of a facet, or takes the choice back. */
export function toggled(chosen: ChosenFacets, name: keyof ChosenFacets, value: string): ChosenFacets {
  const { [name]: before = [], ...others } = chosen;
  const values = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return values.length === 0 ? others : { ...others, [name]: values };
}
