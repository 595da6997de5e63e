/** A file that came with a letter. */
export interface MailPart {
  name: string;
  mime: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** The address under which the letter's own page shows it; null: it stands beside the letter. */
  contentId: string | null;
}

/** A letter, ready to be shown. Addresses as people read them; the page is as its sender made it and has to be cleaned. */
export interface MailMessage {
  from: string;
  to: string;
  cc: string;
  subject: string;
  /** ISO 8601 in UTC, or as the letter has it when that is no date. */
  date: string;
  text: string;
  html: string | null;
  parts: readonly MailPart[];
  /** Under which every copy of the letter is the same one; absent where its program gave it none. */
  messageId?: string;
  /** The sender's address alone, in small letters. */
  address?: string;
}
