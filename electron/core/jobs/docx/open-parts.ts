import { type UnzipFileInfo, unzipSync } from 'fflate';
import { documentRefusal } from '#electron/core/jobs/docx/problem.ts';
import { readRelations } from '#electron/core/jobs/docx/read-relations.ts';

/** Largest file taken, in bytes: a contract with scans put into it. */
const FILE_MAX_BYTES = 200 * 1024 * 1024;

/** Largest text of one part and of all parts together, unpacked: about twenty times the longest contract seen. */
const PART_MAX_BYTES = 64 * 1024 * 1024;
const PARTS_MAX_BYTES = 96 * 1024 * 1024;

/** The texts of the parts that make up a document's words; null where the document has no such part. */
export interface DocumentParts {
  readonly document: string;
  readonly styles: string | null;
  readonly numbering: string | null;
  readonly footnotes: string | null;
  readonly endnotes: string | null;
}

/** Unpacks a DOCX. Refuses with DOCX_DAMAGED, DOCX_ENCRYPTED, DOCX_TOO_LARGE, DOCX_NOT_A_DOCUMENT. */
export function openParts(bytes: Uint8Array): DocumentParts {
  if (bytes.length > FILE_MAX_BYTES) throw documentRefusal('DOCX_TOO_LARGE', { bytes: bytes.length });
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw documentRefusal(containerProblem(bytes));
  if (!startsWith(bytes, [0x50, 0x4b])) throw documentRefusal('DOCX_NOT_A_DOCUMENT');
  const root = readRelations(unpack(bytes, ['_rels/.rels']).get('_rels/.rels') ?? '', '');
  // The body of a document may have any name: only the relations tell it.
  const main = root.get('officeDocument');
  if (main === undefined) throw documentRefusal('DOCX_NOT_A_DOCUMENT');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relationsPath = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const relations = readRelations(unpack(bytes, [relationsPath]).get(relationsPath) ?? '', folder);
  const names = ['styles', 'numbering', 'footnotes', 'endnotes'].map((type) => relations.get(type) ?? '');
  const parts = unpack(bytes, [main, ...names]);
  const document = parts.get(main);
  if (document === undefined) throw documentRefusal('DOCX_DAMAGED', { part: main });
  const [styles, numbering, footnotes, endnotes] = names.map((name) => parts.get(name) ?? null);
  return {
    document,
    styles: styles ?? null,
    numbering: numbering ?? null,
    footnotes: footnotes ?? null,
    endnotes: endnotes ?? null,
  };
}

function unpack(bytes: Uint8Array, names: readonly string[]): Map<string, string> {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const sizes = new Map<string, number>();
  let total = 0;
  const choose = (file: UnzipFileInfo): boolean => {
    // Line endings converted in a ZIP shift its table of contents: what is read there then is no entry at all.
    if (file.name === '' || file.size > bytes.length) throw documentRefusal('DOCX_DAMAGED');
    if (!wanted.has(file.name.toLowerCase())) return false;
    total += file.originalSize;
    // What claims to be small once unpacked and is large while packed lies about one of the two.
    const lies = file.compression === 8 && file.size > file.originalSize + 1_024;
    if (file.originalSize > PART_MAX_BYTES || total > PARTS_MAX_BYTES || lies)
      throw documentRefusal('DOCX_TOO_LARGE', { part: file.name, bytes: file.originalSize });
    sizes.set(file.name, file.originalSize);
    return true;
  };
  const files = guarded(() => unzipSync(bytes, { filter: choose }));
  const texts = new Map<string, string>();
  for (const [name, content] of Object.entries(files)) {
    if (content.length !== sizes.get(name)) throw documentRefusal('DOCX_DAMAGED', { part: name });
    const asked = names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
    texts.set(asked, decode(content));
  }
  return texts;
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if ((error as { details?: unknown }).details !== undefined) throw error;
    throw documentRefusal('DOCX_DAMAGED');
  }
}

/** XML names its own encoding; without a mark it is UTF-8. */
function decode(content: Uint8Array): string {
  if (startsWith(content, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(content);
  if (startsWith(content, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(content);
  const head = new TextDecoder('latin1').decode(content.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  return guarded(() => new TextDecoder(label).decode(content));
}

/** Word keeps an encrypted document in the container of its older formats, as a stream of this name. */
function containerProblem(bytes: Uint8Array): 'DOCX_ENCRYPTED' | 'DOCX_NOT_A_DOCUMENT' {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name)
    ? 'DOCX_ENCRYPTED'
    : 'DOCX_NOT_A_DOCUMENT';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
