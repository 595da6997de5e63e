import type { AnyRow } from '#shared/domain/change.ts';
import { completeRow } from '#shared/domain/complete-row.ts';
import type { EntityName, RowOf } from '#shared/domain/registry.ts';

/** One row of the company. Parents come before their children, whatever the entity. */
export interface Emitted {
  entity: EntityName;
  row: AnyRow;
}

/** Says which entity a row is of, and has its fields checked by the compiler. */
export const emit = <E extends EntityName>(entity: E, row: RowOf<E>): Emitted => ({
  entity,
  row: completeRow(entity, row) as AnyRow,
});
