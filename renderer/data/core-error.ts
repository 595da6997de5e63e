import { CoreFileError } from '#renderer/bridge/file-error.ts';
import type { ErrorCode } from '#shared/domain/error.ts';
import { errors } from '#shared/domain/error.ts';
import type { ReplyError } from '#shared/ipc/bridge.ts';

/** A refusal of the core, as the windows throw and show it. An unknown code counts as INTERNAL but is kept to be told. */
export class CoreError extends Error {
  readonly code: ErrorCode;
  /** What the core said, for the line «код …». */
  readonly told: string;
  readonly details: Record<string, unknown>;
  constructor(error: ReplyError) {
    super(error.code);
    this.name = 'CoreError';
    this.told = error.code;
    this.code = Object.hasOwn(errors, error.code) ? (error.code as ErrorCode) : 'INTERNAL';
    this.details = error.details ?? {};
  }
}

/** Anything thrown → a refusal that can be shown. */
export function asCoreError(fault: unknown): CoreError {
  if (fault instanceof CoreError) return fault;
  if (fault instanceof CoreFileError) return new CoreError({ code: fault.code, details: { file: fault.file } });
  console.error(fault);
  return new CoreError({ code: 'INTERNAL' });
}
