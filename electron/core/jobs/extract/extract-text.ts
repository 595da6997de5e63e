import { readPdf } from '#electron/core/jobs/compare/read-pdf.ts';
import { decodeText } from '#electron/core/jobs/decode/decode.ts';
import { sniffKind } from '#electron/core/jobs/decode/sniff.ts';
import { readDocx } from '#electron/core/jobs/docx/read-docx.ts';
import { htmlWords } from '#electron/core/jobs/extract/html-words.ts';
import { readMsg } from '#electron/core/jobs/mail/read-msg.ts';
import { sheetWords } from '#electron/core/jobs/sheets/sheet-words.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { TextBlock } from '#shared/domain/redline.ts';
import type { MailMessage } from '#shared/formats/mail/message.ts';
import { readMail } from '#shared/formats/mail/read-mail.ts';
import { odtText } from '#shared/formats/rich/odt-text.ts';
import { rtfText } from '#shared/formats/rich/rtf-text.ts';

/** Letters inside of letters that are read. */
const MOST_DEPTH = 3;
/** Files of a letter larger than this are not read. */
const MOST_PART = 50 * 1024 * 1024;

/**
 * The words of a file by what its bytes are and, where these do not tell, by its name; empty for pictures and everything else without words. Rejects for what is
 * broken or closed by a password.
 */
export async function extractText(bytes: Uint8Array, name: string, depth = 0): Promise<string> {
  const kind = sniffKind(bytes);
  if (kind === 'pdf') return lines(await readPdf(bytes).catch(orNoWords));
  if (kind === 'docx') return lines(readDocx(bytes));
  if (kind === 'xlsx') return sheetWords(bytes);
  if (kind === 'rtf') return rtfText(bytes, decoded) ?? '';
  if (kind === 'zip' && /\.odt$/i.test(name)) return odtText(bytes);
  if (kind === 'ole' && /\.msg$/i.test(name)) return letterWords(readMsg(bytes), depth);
  if (/\.eml$/i.test(name)) return letterWords(await readMail(bytes), depth);
  if (kind !== 'text' && kind !== 'xml') return '';
  const read = decodeText(bytes);
  if (!read.ok) return '';
  return read.kind === 'xml' || /\.html?$/i.test(name) ? htmlWords(read.text) : read.text;
}

/** Pages that were scanned have no words yet. */
function orNoWords(error: unknown): readonly TextBlock[] {
  if (error instanceof Refusal && error.details?.['problem'] === 'PDF_WITHOUT_TEXT') return [];
  throw error;
}

const lines = (blocks: readonly TextBlock[]): string =>
  blocks.map(({ number, text }) => (number === '' ? text : `${number} ${text}`)).join('\n');

async function letterWords(letter: MailMessage, depth: number): Promise<string> {
  const body = letter.text.trim() === '' && letter.html !== null ? htmlWords(letter.html) : letter.text;
  const words = [letter.subject, letter.from, letter.to, letter.cc, body];
  for (const part of letter.parts) {
    words.push(part.name);
    if (depth >= MOST_DEPTH || part.bytes.length > MOST_PART) continue;
    // One spoiled file of a letter takes nothing from the letter itself.
    words.push(await extractText(part.bytes, part.name, depth + 1).catch(() => ''));
  }
  return words.filter((one) => one !== '').join('\n');
}

function decoded(bytes: Uint8Array, codePage: number): string {
  try {
    return new TextDecoder(codePage === 866 ? 'ibm866' : `windows-${codePage}`).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}
