import { useSession } from '#renderer/state/session.ts';
import { mayCreateOf, mayEditOf } from '#shared/domain/kind/kind-access.ts';
import type { DocumentCard } from '#shared/queries/document.ts';
import type { KindLine } from '#shared/queries/kind.ts';

/** What whoever is at the window may do with documents of the company's own kinds; the commands refuse the rest whoever asks. */
export function useKindRights(): {
  mayCreate: (kind: Pick<KindLine, 'createRoles'>) => boolean;
  mayEdit: (card: Pick<DocumentCard, 'ownKind'>) => boolean;
  /** Files come with a document: its author adds them whatever its kind allows. */
  mayFile: (card: Pick<DocumentCard, 'ownKind' | 'document'>) => boolean;
} {
  const user = useSession((session) => session.state?.user ?? null);
  const mayEdit = ({ ownKind }: Pick<DocumentCard, 'ownKind'>) =>
    ownKind === null || (user !== null && mayEditOf(ownKind, user));
  return {
    mayCreate: (kind) => user !== null && mayCreateOf(kind, user),
    mayEdit,
    mayFile: (card) => card.document.authorId === user?.id || mayEdit(card),
  };
}
