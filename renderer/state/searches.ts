import { create } from 'zustand';
import { ask } from '#renderer/data/core.ts';

/** How many of a person's searches this workstation remembers. */
export const mostRecent = 12;

interface Searches {
  /** Whose they are; null: not read yet. */
  userId: string | null;
  recent: readonly string[];
  /** The result the cursor stood on, so that coming back from a card finds it again. */
  cursorId: string | null;
  stand: (cursorId: string | null) => void;
}

/** What was looked for last at this workstation by the person who sits here, and where they stood. */
export const useSearches = create<Searches>()((set) => ({
  userId: null,
  recent: [],
  cursorId: null,
  stand: (cursorId) => set({ cursorId }),
}));

type Stored = Record<string, unknown>;

const listed = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter((one): one is string => typeof one === 'string').slice(0, mostRecent) : [];

const readAll = async (): Promise<Stored> => {
  const stored = (await ask('settings.read', {}))['searches'];
  return typeof stored === 'object' && stored !== null ? (stored as Stored) : {};
};

/** Reads the person's searches once. */
export async function restoreSearches(userId: string): Promise<void> {
  if (useSearches.getState().userId === userId) return;
  const recent = listed((await readAll())[userId]);
  useSearches.setState({ userId, recent, cursorId: null });
}

/** Puts what was looked for on top; a search that only says less of the last one gives way to it. */
export function withSearch(recent: readonly string[], text: string): string[] {
  const words = text.trim().replace(/\s+/g, ' ').slice(0, 500);
  if (words === '') return [...recent];
  const same = (one: string): boolean => words.toLowerCase().startsWith(one.toLowerCase());
  const [last, ...others] = recent;
  const kept = last !== undefined && same(last) ? others : recent;
  return [words, ...kept.filter((one) => one.toLowerCase() !== words.toLowerCase())].slice(0, mostRecent);
}

/** Remembers a search that led somewhere; a refusal loses the memory of it, never work. */
export function rememberSearch(text: string): void {
  keep(withSearch(useSearches.getState().recent, text));
}

export const forgetSearches = (): void => keep([]);

function keep(recent: readonly string[]): void {
  const { userId } = useSearches.getState();
  if (userId === null) return;
  useSearches.setState({ recent });
  readAll()
    .then((stored) => ask('settings.write', { patch: { searches: { ...stored, [userId]: recent } } }))
    .catch(console.error);
}
