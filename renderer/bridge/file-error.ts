/** The host could not take or give a file; `code` is one of shared/domain/error.ts. */
export class CoreFileError extends Error {
  readonly code: string;
  readonly file: string;
  constructor(code: string, file: string) {
    super(code);
    this.name = 'CoreFileError';
    this.code = code;
    this.file = file;
  }
}
