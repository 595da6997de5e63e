import type { FormValues } from '#renderer/pages/document/form-values.ts';
import { initialValues, type Opening } from '#shared/domain/form/initial-values.ts';
import type { KindLine } from '#shared/queries/kind.ts';

/** What a new document of the company's own kind begins with: the version in force and the values its form gives. */
export const beginKind = (
  line: KindLine,
  opening: Opening,
): Pick<FormValues, 'kindId' | 'kindVersionId' | 'custom'> => ({
  kindId: line.id,
  kindVersionId: line.versionId,
  custom: initialValues(line.form, opening),
});
