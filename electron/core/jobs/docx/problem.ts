import { type ErrorCode, Refusal } from '#shared/domain/error.ts';
import type { DocumentProblem } from '#shared/domain/redline.ts';

const codes: Record<DocumentProblem, ErrorCode> = {
  DOCX_DAMAGED: 'FILE_UNREADABLE',
  DOCX_ENCRYPTED: 'FILE_UNREADABLE',
  DOCX_TOO_LARGE: 'FILE_TOO_LARGE',
  DOCX_NOT_A_DOCUMENT: 'UNKNOWN_FORMAT',
  PDF_DAMAGED: 'FILE_UNREADABLE',
  PDF_ENCRYPTED: 'FILE_UNREADABLE',
  PDF_WITHOUT_TEXT: 'FILE_UNREADABLE',
};

/** A refusal of the program's own table whose details say what exactly is wrong with the file: `details.problem`. */
export const documentRefusal = (problem: DocumentProblem, details: Record<string, unknown> = {}): Refusal =>
  new Refusal(codes[problem], { ...details, problem });
