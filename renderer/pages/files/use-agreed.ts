import { useMemo } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import { isContract } from '#shared/domain/document.ts';

/** Attachments of the versions that rounds of approval ended by agreeing to. */
export function useAgreed(document: { id: string; kind: DocumentKind }): ReadonlySet<string> {
  const { data } = useQuery('approval.view', isContract(document.kind) ? { documentId: document.id } : null);
  return useMemo(() => {
    const rounds = data ? [...(data.current ? [data.current] : []), ...data.others] : [];
    const numbers = new Set(
      rounds
        .filter((round) => round.purpose === 'approval' && round.state === 'approved')
        .map((round) => round.versionNumber),
    );
    const versions = data?.versions.filter((version) => numbers.has(version.number)) ?? [];
    return new Set(versions.flatMap((version) => version.files.map((file) => file.attachmentId)));
  }, [data]);
}
