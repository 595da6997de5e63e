import { CLIENT_BANK_SIGNATURE } from '#shared/formats/limits.ts';

/** What the first bytes of a file say, whatever its name. */
export type FileKind =
  | 'empty'
  | 'text'
  | 'xml'
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'tiff'
  | 'bmp'
  | 'webp'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'zip'
  | 'ole'
  | 'rtf'
  | 'binary';

export type DetectedFormat =
  | { readonly format: 'client-bank'; readonly version: string | null }
  | { readonly format: 'universal-transfer'; readonly knd: '1115131' | '1115132'; readonly version: string | null }
  /** A ФНС exchange file of another kind, or without КНД. */
  | { readonly format: 'fns-xml'; readonly knd: string | null; readonly version: string | null }
  | { readonly format: 'xml'; readonly root: string | null }
  | { readonly format: 'text' }
  | { readonly format: 'empty' }
  /** Not an exchange format: kept as an attachment. */
  | { readonly format: 'attachment'; readonly kind: Exclude<FileKind, 'empty' | 'text' | 'xml'> };

// Everything needed stands at the beginning: headers of a bank file, attributes of Файл and Документ.
const HEAD = 64 * 1024;

/** True when the first line with anything on it is the signature of a bank file. */
const isClientBank = (text: string): boolean =>
  /^[\s\uFEFF]*$/.test(text.slice(0, HEAD).split(CLIENT_BANK_SIGNATURE, 1)[0] ?? '') &&
  text.slice(0, HEAD).includes(CLIENT_BANK_SIGNATURE);

const attribute = (tag: string, name: string): string | null => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`).exec(tag);
  return match ? (match[1] ?? match[2] ?? '').trim() : null;
};

/** The opening tag of the first element called `name`, or null. Linear: each `<` is looked at once. */
const openingTag = (head: string, name: string): string | null => {
  for (let at = head.indexOf(`<${name}`); at >= 0; at = head.indexOf(`<${name}`, at + 1)) {
    if (/[\s/>]/.test(head[at + name.length + 1] ?? '')) return head.slice(at, head.indexOf('>', at) + 1 || undefined);
  }
  return null;
};

/** Each character is passed once, also where a thousand comments are opened and none closed. */
const withoutComments = (text: string): string => {
  let kept = '';
  let at = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    kept += text.slice(at, open);
    const close = text.indexOf('-->', open);
    if (close < 0) return kept;
    at = close + 3;
  }
  return kept + text.slice(at);
};

const detectXml = (text: string): DetectedFormat => {
  const head = withoutComments(text.slice(0, HEAD));
  const root = /<([^\s<>!?/]+)/.exec(head)?.[1] ?? null;
  if (root !== 'Файл') return { format: 'xml', root };
  const version = attribute(openingTag(head, 'Файл') ?? '', 'ВерсФорм');
  const knd = attribute(openingTag(head, 'Документ') ?? '', 'КНД');
  if (knd === '1115131' || knd === '1115132') return { format: 'universal-transfer', knd, version };
  return { format: 'fns-xml', knd, version };
};

/**
 * What a file is, from its content alone: `kind` from its bytes, `text` where the kind is text or XML.
 * File names and extensions are never asked: they lie.
 */
export const detectFormat = (kind: FileKind, text: string | null): DetectedFormat => {
  if (kind === 'empty') return { format: 'empty' };
  if (kind !== 'text' && kind !== 'xml') return { format: 'attachment', kind };
  if (text === null) return { format: 'text' };
  if (isClientBank(text)) {
    const version = /^[ \t]*ВерсияФормата[ \t]*=[ \t]*([^\r\n]{0,20})/im.exec(text.slice(0, HEAD))?.[1]?.trim();
    return { format: 'client-bank', version: version || null };
  }
  return /^[\s\uFEFF]*</.test(text) ? detectXml(text) : { format: 'text' };
};
