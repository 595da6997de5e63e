import type { FromReader, ToReader } from '#renderer/pages/files/mail/reader-messages.ts';
import { readMail } from '#shared/formats/mail/read-mail.ts';
import { odtText } from '#shared/formats/rich/odt-text.ts';
import { rtfText } from '#shared/formats/rich/rtf-text.ts';
import { ZipFault } from '#shared/formats/zip/read-entry.ts';

// A thread of its own: a letter with fifty megabytes of files takes a second to take apart.
const say = (message: FromReader): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  read(data).then(say, (error: unknown) => {
    if (data.kind === 'mail') return say({ problem: 'MAIL_DAMAGED' });
    const problem = error instanceof ZipFault ? error.problem : 'damaged';
    say({
      problem: problem === 'encrypted' ? 'TEXT_ENCRYPTED' : problem === 'too-large' ? 'TEXT_TOO_LARGE' : 'TEXT_DAMAGED',
    });
  });
});

async function read({ kind, bytes }: ToReader): Promise<FromReader> {
  const given = new Uint8Array(bytes);
  if (kind === 'mail') return { message: await readMail(given) };
  const text = kind === 'odt' ? odtText(given) : rtfText(given, decoded);
  return text === null ? { problem: 'TEXT_DAMAGED' } : { text };
}

function decoded(bytes: Uint8Array, codePage: number): string {
  const label =
    codePage === 65001
      ? 'utf-8'
      : codePage === 866
        ? 'ibm866'
        : codePage === 10007
          ? 'x-mac-cyrillic'
          : `windows-${codePage}`;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}
