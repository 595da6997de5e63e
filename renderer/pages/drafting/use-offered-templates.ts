import { useMemo } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import { isOffered } from '#shared/domain/kind/offered-template.ts';
import type { TemplateLine } from '#shared/queries/company.ts';

/** Templates that are offered for a document of the kind; undefined until they are known. */
export function useOfferedTemplates(kind: DocumentKind, kindId: string | null): readonly TemplateLine[] | undefined {
  const { data: templates } = useQuery('template.list', {});
  const { data: kinds } = useQuery('kind.list', {});
  return useMemo(() => {
    if (!templates || !kinds) return undefined;
    const ownKey = kinds.find((one) => one.id === kindId)?.key ?? null;
    // The print form of a service is no text of a contract, unless somebody has said for what else it is.
    const papers = templates.filter((one) => one.kinds !== null || one.services.length === 0);
    return papers.filter((one) => isOffered(one.kinds, kind, ownKey));
  }, [templates, kinds, kind, kindId]);
}
