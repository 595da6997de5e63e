/** How a file can be shown without leaving the page. */
export type PreviewKind = 'pdf' | 'docx' | 'image' | 'text' | 'none';

const images = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const texts = /\.(txt|csv|xml|json|log|md)$/i;

/** Decided by type and name; an SVG or a page of HTML may carry scripts and is never shown. */
export function previewKind(mime: string, name: string): PreviewKind {
  const type = mime.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/pdf' || /\.pdf$/i.test(name)) return 'pdf';
  if (type === wordType || /\.(docx|docm|dotx)$/i.test(name)) return 'docx';
  if (images.has(type)) return 'image';
  if (type === 'image/svg+xml' || type === 'text/html' || /\.(svg|html?)$/i.test(name)) return 'none';
  if (type.startsWith('text/') || type === 'application/xml' || type === 'application/json' || texts.test(name))
    return 'text';
  return 'none';
}

/** The most of a text that is shown, in bytes. */
export const TEXT_SHOWN = 200 * 1024;

/** Bytes of a text → its words: UTF-8 when it is, else the encoding it names, else Windows-1251. */
export function decodeText(bytes: Uint8Array): string {
  const named = /encoding\s*=\s*["']?(windows-1251|cp866|ibm866|koi8-r)|Кодировка=(DOS)/i.exec(
    new TextDecoder('windows-1251').decode(bytes.subarray(0, 400)),
  );
  if (named)
    return new TextDecoder(named[2] || /866/.test(named[1] ?? '') ? 'ibm866' : (named[1] ?? 'utf-8')).decode(bytes);
  try {
    // The end may have been cut in the middle of a letter.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}
