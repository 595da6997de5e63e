import { useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import {
  columnSetting,
  newestFirst,
  type RegisterPage,
  type RegisterView,
} from '#renderer/state/documents-register.ts';
import { useSession } from '#renderer/state/session.ts';
import { documentFilter, documentGroup, documentSort } from '#shared/queries/document.ts';

export interface NamedView extends RegisterView {
  id: string;
  label: string;
  /** It can be changed and deleted: the person made it, or looks after the views that others share. */
  saved: boolean;
  /** Who else has it: everybody, a branch by its id; null: nobody. */
  audience?: string | null;
}

/** The tabs of the register: what everybody has, then the person's own. */
export function useViews(): NamedView[] {
  const t = useWords('documents');
  const { own } = useDirectory();
  const userId = useSession((session) => session.state?.user?.id ?? '');
  const saved = useSavedViews('documents');
  return [
    ...(own ? [builtIn('branch', own.city, { branchIds: [own.id] })] : []),
    builtIn('mine', t('viewMine'), { responsibleIds: [userId] }),
    builtIn('unnumbered', t('viewUnnumbered'), { unnumbered: true }),
    builtIn('all', t('viewAll'), {}),
    ...saved,
  ];
}

/** A tab that everybody has. */
export const builtIn = (
  id: string,
  label: string,
  filter: RegisterView['filter'],
  sort: RegisterView['sort'] = newestFirst,
): NamedView => ({ id, label, filter, sort, saved: false });

/** The person's own tabs of a register, then those that colleagues share. */
export function useSavedViews(page: RegisterPage): NamedView[] {
  const user = useSession((session) => session.state?.user);
  const rows = useQuery('view.list', { page }).data ?? [];
  return rows.map((row): NamedView => {
    // A view saved by another version may hold conditions this one does not know: what can be read is used.
    const filter = documentFilter.safeParse(row.settings['filter']);
    const sort = documentSort.safeParse(row.settings['sort']);
    const audience = row.audience ?? null;
    const saved = row.ownerId === user?.id || (audience !== null && (user?.roles.includes('administrator') ?? false));
    const columns = columnSetting.array().nullable().safeParse(row.settings['columns']).data ?? null;
    const group = documentGroup.shape.by.safeParse(row.settings['group']).data ?? null;
    const settings = { filter: filter.data ?? {}, sort: sort.data ?? newestFirst, columns, group };
    return { id: row.id, label: row.name, ...settings, saved, audience };
  });
}
