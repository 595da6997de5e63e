import { isFileValue } from '#shared/domain/form/misfit.ts';
import type { FileValue } from '#shared/domain/form/value-types.ts';

/** The files that stand in a value. */
export const filesIn = (value: unknown): FileValue[] =>
  Array.isArray(value) ? value.filter((one): one is FileValue => isFileValue(one)) : [];
