import type { MailMessage } from '#shared/formats/mail/message.ts';

/** A file for the thread that reads letters and texts of other programs. */
export interface ToReader {
  kind: 'mail' | 'rtf' | 'odt';
  bytes: ArrayBuffer;
}

export type ReaderProblem = 'MAIL_DAMAGED' | 'TEXT_DAMAGED' | 'TEXT_ENCRYPTED' | 'TEXT_TOO_LARGE';

/** What has become of it. */
export type FromReader = { message: MailMessage } | { text: string } | { problem: ReaderProblem };
