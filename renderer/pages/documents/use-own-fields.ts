import { useQuery } from '#renderer/data/use-query.ts';
import { useRegister } from '#renderer/pages/documents/register.ts';
import type { OwnField } from '#shared/queries/kind.ts';

const none: readonly OwnField[] = [];

/** The company's own fields that documents here have filled in; a register of some kinds has those added to them only. */
export function useOwnFields(): readonly OwnField[] {
  const { narrowed } = useRegister();
  const fields = useQuery('kind.fields', {}).data ?? none;
  return fields.filter((field) => field.isFilled && (!narrowed || field.kindIds.length === 0));
}
