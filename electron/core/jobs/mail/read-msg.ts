import library from '@kenjiuno/msgreader';
import type { MailMessage, MailPart } from '#shared/formats/mail/message.ts';
import { identity } from '#shared/formats/mail/read-mail.ts';

/** The package is CommonJS: Node gives all of it, a bundle its default export. */
const Reader = library.default ?? (library as unknown as typeof library.default);
type MsgReader = InstanceType<typeof Reader>;
type Fields = ReturnType<MsgReader['getFileData']>;
type Inner = NonNullable<Fields['attachments']>[number];

/** Texts of old letters are in the alphabet of the computer that wrote them. */
const config = { ansiEncoding: 'windows-1251' } as const;

/** Reads a letter of Outlook ([MS-OXMSG]). Throws Error for what is none. */
export function readMsg(bytes: Uint8Array): MailMessage {
  const reader = new Reader(bytes.slice().buffer);
  Object.assign(reader, { parserConfig: config });
  const fields = reader.getFileData();
  if (fields.error) throw new Error(fields.error);
  const kind = (wanted: string): string =>
    (fields.recipients ?? [])
      .filter((one) => (one.recipType ?? 'to') === wanted)
      .map((one) => address(one.name, one.smtpAddress ?? one.email))
      .join(', ');
  const time = Date.parse(fields.clientSubmitTime ?? fields.messageDeliveryTime ?? '');
  const html = fields.html ? new TextDecoder(labelOf(fields.internetCodepage)).decode(fields.html) : fields.bodyHtml;
  return {
    from: address(fields.senderName, fields.senderSmtpAddress ?? fields.senderEmail),
    to: kind('to'),
    cc: kind('cc'),
    subject: (fields.subject ?? '').replace(/\s+/g, ' ').trim(),
    date: Number.isNaN(time) ? '' : new Date(time).toISOString(),
    text: fields.body ?? '',
    html: html?.trim() ? html : null,
    ...identity(fields.messageId, fields.senderSmtpAddress ?? fields.senderEmail),
    parts: (fields.attachments ?? []).map((part, index) => partOf(reader, part, index)),
  };
}

function partOf(reader: MsgReader, part: Inner, index: number): MailPart {
  const { fileName, content } = reader.getAttachment(part);
  return {
    name: (fileName || part.fileName || part.name || String(index + 1)).replace(/[\\/:*?"<>|]/g, '_'),
    mime: part.attachMimeTag ?? 'application/octet-stream',
    bytes: new Uint8Array(content ?? []),
    contentId: part.pidContentId ?? null,
  };
}

const address = (name: string | undefined, email: string | undefined): string =>
  name && email && name !== email ? `${name} <${email}>` : (name ?? email ?? '');

const labelOf = (codePage: number | undefined): string =>
  codePage === undefined || codePage === 65001 ? 'utf-8' : codePage === 20866 ? 'koi8-r' : `windows-${codePage}`;
