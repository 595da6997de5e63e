import { useQuery } from '#renderer/data/use-query.ts';
import type { Definition } from '#renderer/pages/document/form-values.ts';

const none: readonly Definition[] = [];

/** The fields that the company added to kinds of documents; none until they are known. */
export function useDefinitions(): readonly Definition[] {
  return useQuery('company.setup', {}).data?.fields ?? none;
}
