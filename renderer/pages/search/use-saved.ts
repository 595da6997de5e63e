import { useQuery } from '#renderer/data/use-query.ts';
import { useSession } from '#renderer/state/session.ts';
import { type SearchQuestion, searchQuestion } from '#shared/queries/search.ts';

/** The page of saved views that holds searches. */
export const searchViews = 'search';

export interface SavedSearch {
  id: string;
  name: string;
  question: SearchQuestion;
  audience: string | null;
  /** The person made it, or looks after what others share. */
  own: boolean;
}

/** Searches that were given a name: the person's own, then those that colleagues share. */
export function useSaved(): readonly SavedSearch[] {
  const user = useSession((session) => session.state?.user);
  const rows = useQuery('view.list', { page: searchViews }).data ?? [];
  return rows.flatMap((row) => {
    // Another version may have saved what this one does not understand.
    const question = searchQuestion.safeParse(row.settings);
    const audience = row.audience ?? null;
    const tidies = audience !== null && (user?.roles.includes('administrator') ?? false);
    const own = row.ownerId === user?.id || tidies;
    return question.success ? [{ id: row.id, name: row.name, question: question.data, audience, own }] : [];
  });
}
