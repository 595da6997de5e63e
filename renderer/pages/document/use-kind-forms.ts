import { useCallback } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import type { FormOf } from '#renderer/pages/document/form-values.ts';
import type { Form } from '#shared/domain/form/form.ts';
import type { KindLine } from '#shared/queries/kind.ts';

const none: readonly KindLine[] = [];

/** Kinds of the company's own that are offered, and the forms of their versions; `standing`: the one a document was filled in under. */
export function useKindForms(standing?: { versionId: string; form: Form } | null): {
  kinds: readonly KindLine[];
  formOf: FormOf;
} {
  const kinds = useQuery('kind.list', {}).data ?? none;
  const formOf = useCallback(
    (versionId: string) =>
      standing?.versionId === versionId
        ? standing.form
        : (kinds.find((one) => one.versionId === versionId)?.form ?? null),
    [kinds, standing],
  );
  return { kinds, formOf };
}
