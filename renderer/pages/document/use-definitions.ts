import { useMemo } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Definition } from '#renderer/pages/document/form-values.ts';
import type { OwnField } from '#shared/queries/kind.ts';

const none: readonly Definition[] = [];
const noFields: readonly OwnField[] = [];

/** How a field of a kind is told where only the simple types are known; null: as something that has no name of its own there. */
const simple: Readonly<Record<OwnField['type'], Definition['type'] | null>> = {
  text: 'text',
  long_text: 'text',
  number: 'number',
  money: 'money',
  date: 'date',
  flag: 'flag',
  choice: 'choice',
  employee: 'text',
  counterparty: 'text',
  date_range: null,
  choices: null,
};

/**
 * The fields that the company added to kinds of documents, then those of its own kinds, which stand in the form of their version and are
 * asked for nowhere else; none until they are known.
 */
export function useDefinitions(): readonly Definition[] {
  const defined = useQuery('company.setup', {}).data?.fields ?? none;
  const fields = useQuery('kind.fields', {}).data ?? noFields;
  return useMemo(() => {
    const known = new Set(defined.map((one) => one.key));
    return [...defined, ...fields.filter((one) => !known.has(one.key)).flatMap(definitionOf)];
  }, [defined, fields]);
}

function definitionOf({ key, label, type, options }: OwnField): Definition[] {
  const told = simple[type];
  if (told === null) return [];
  const rest = { required: false, options, version: 1, position: 0, archivedAt: null };
  return [{ id: key, kinds: [], key, label, type: told, ...rest }];
}
