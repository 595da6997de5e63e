import { SaxesParser } from 'saxes';
import { ZipFault } from '#shared/formats/zip/read-entry.ts';

export type Attributes = (name: string) => string | undefined;

/** Told about an XML part in reading order; names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML as it comes, piece by piece; gives the way to hand over the next piece. Throws ZipFault `damaged` for what is not well-formed and for every
 * document type declaration: entity bombs begin there, and office programs write none.
 */
export function xmlReader(listener: XmlListener): { write(piece: string): void; end(): void } {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const refuse = (): never => {
    throw new ZipFault('damaged');
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    listener.open?.(local(name), (wanted) => {
      const plain = attributes[wanted];
      if (plain !== undefined) return plain;
      for (const key in attributes) if (local(key) === wanted) return attributes[key];
      return undefined;
    });
  });
  parser.on('closetag', ({ name }) => listener.close?.(local(name)));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  return {
    write: (piece) => void parser.write(piece),
    end: () => void parser.close(),
  };
}

/** Reads a whole XML part that is at hand. */
export function readXmlText(text: string, listener: XmlListener): void {
  const reader = xmlReader(listener);
  reader.write(text);
  reader.end();
}
