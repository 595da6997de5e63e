import PostalMime, { type Address } from 'postal-mime';
import type { MailMessage, MailPart } from '#shared/formats/mail/message.ts';

/** Parts inside of parts, and bytes of headers: letters written by people have a handful. */
const limits = { maxNestingDepth: 30, maxHeadersSize: 512 * 1024, maxRfc822NestingDepth: 0 } as const;

/**
 * Reads a letter (RFC 5322 with MIME). Rejects with Error for what is no letter: there is neither a sender, a subject, a recipient nor a date. A letter
 * inside the letter is one of its files.
 */
export async function readMail(bytes: Uint8Array): Promise<MailMessage> {
  const mail = await PostalMime.parse(withoutBlankStart(bytes), { ...limits, forceRfc822Attachments: true });
  if (!mail.from && !mail.subject && !mail.date && !mail.to) throw new Error('no letter');
  return {
    from: mail.from ? named(mail.from) : '',
    to: (mail.to ?? []).map(named).join(', '),
    cc: (mail.cc ?? []).map(named).join(', '),
    subject: oneLine(mail.subject ?? ''),
    date: mail.date ?? '',
    text: mail.text ?? '',
    html: mail.html?.trim() ? mail.html : null,
    ...identity(mail.messageId, mail.from?.address),
    parts: mail.attachments.map((part, index): MailPart => {
      const content = part.content instanceof ArrayBuffer ? new Uint8Array(part.content) : new Uint8Array();
      const suffix = part.mimeType === 'message/rfc822' ? '.eml' : '';
      return {
        name: oneLine(part.filename ?? '').replace(/[\\/:*?"<>|]|\p{Cc}/gu, '_') || `${index + 1}${suffix}`,
        mime: part.mimeType,
        bytes: content,
        contentId: part.related && part.contentId ? part.contentId.replace(/^<|>$/g, '') : null,
      };
    }),
  };
}

/** What a letter is recognised by; nothing of it where the letter does not say it. */
export const identity = (messageId: string | undefined, address: string | undefined) => ({
  ...(messageId?.trim() ? { messageId: messageId.trim().replace(/^<|>$/g, '') } : {}),
  ...(address?.includes('@') ? { address: address.trim().toLowerCase() } : {}),
});

/** Some servers leave blank lines before the headers. */
function withoutBlankStart(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length && (bytes[start] ?? 0) <= 0x20) start += 1;
  return bytes.subarray(start);
}

function named(address: Address): string {
  if (address.group) return `${address.name}: ${address.group.map(named).join(', ')}`;
  return address.name && address.name !== address.address
    ? `${oneLine(address.name)} <${address.address}>`
    : (address.address ?? '');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
