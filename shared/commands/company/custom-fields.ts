import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { customProblem } from '#shared/domain/company/custom-value.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import { Refusal } from '#shared/domain/error.ts';

/** Refuses values that do not fit the company's own fields. Values of fields nobody defines any more are kept as they are. */
export function* checkCustom(
  tx: Transaction,
  kind: DocumentKind | null,
  values: Record<string, unknown>,
): Reading<void> {
  const definitions = yield* tx.list('field_definition', 'living', 'living', 1_000);
  for (const definition of definitions) {
    if (kind !== null && !definition.kinds.includes(kind)) continue;
    const problem = customProblem(definition, values[definition.key] ?? null);
    if (problem && (problem !== 'required' || kind !== null))
      throw new Refusal('BAD_INPUT', { field: `custom.${definition.key}`, label: definition.label, problem });
  }
}
