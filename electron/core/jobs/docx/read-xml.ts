import { SaxesParser } from 'saxes';
import { documentRefusal } from '#electron/core/jobs/docx/problem.ts';

/** Attributes by local name: `w:val` and `val` are one. */
export type Attributes = (name: string) => string | undefined;

/** Told about a part in reading order; names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

const locals = new Map<string, string>();

function localName(name: string): string {
  const known = locals.get(name);
  if (known !== undefined) return known;
  const local = name.slice(name.indexOf(':') + 1);
  // Names of a damaged file must not fill the memory.
  if (locals.size < 5_000) locals.set(name, local);
  return local;
}

/**
 * Reads one part by events: a document of a hundred pages has a million elements, too many to keep. Refuses with DOCX_DAMAGED what is not
 * well-formed and every document type declaration: entity bombs begin there, and Word writes none.
 */
export function readXml(text: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let tag: Record<string, string> = {};
  const attributes: Attributes = (name) => {
    const plain = tag[`w:${name}`];
    if (plain !== undefined) return plain;
    for (const key in tag) if (localName(key) === name) return tag[key];
    return undefined;
  };
  parser.on('error', () => {
    throw documentRefusal('DOCX_DAMAGED');
  });
  parser.on('doctype', () => {
    throw documentRefusal('DOCX_DAMAGED', { reason: 'doctype' });
  });
  parser.on('opentag', (opened) => {
    tag = opened.attributes;
    handler.open(localName(opened.name), attributes);
  });
  parser.on('closetag', (closed) => handler.close(localName(closed.name)));
  parser.on('text', (piece) => handler.text(piece));
  parser.on('cdata', (piece) => handler.text(piece));
  parser.write(text).close();
}
