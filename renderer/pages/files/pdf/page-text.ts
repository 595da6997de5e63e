import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findPlaces, MOST_PLACES, type Place } from '#renderer/pages/files/viewer/find-text.ts';

type Content = Awaited<ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getTextContent']>>;
type Piece = Extract<Content['items'][number], { str: string }>;

/** The words of one page: as the library places them, and in one string. */
export interface PageText {
  content: Content;
  pieces: readonly Piece[];
  text: string;
  /** Where each piece begins in the text. */
  starts: readonly number[];
}

/** A place on a page, from 0. */
export interface PagePlace {
  page: number;
  place: Place;
}

/** The words of a page in reading order. */
export function pageText(content: Content): PageText {
  const pieces = content.items.filter((item): item is Piece => 'str' in item);
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    starts.push(text.length);
    text += piece.hasEOL ? `${piece.str}\n` : piece.str;
  }
  return { content, pieces, text, starts };
}

/** Words of a whole file, each page read once, when it is first needed. */
export class PdfText {
  readonly #pdf: PDFDocumentProxy;
  readonly #pages = new Map<number, Promise<PageText>>();

  constructor(pdf: PDFDocumentProxy) {
    this.#pdf = pdf;
  }

  /** `page` from 0. */
  page(page: number): Promise<PageText> {
    const known = this.#pages.get(page);
    if (known) return known;
    const read = this.#pdf
      .getPage(page + 1)
      .then((proxy) => proxy.getTextContent())
      .then(pageText);
    this.#pages.set(page, read);
    return read;
  }

  /**
   * Looks through all pages; `told` hears the places now and then until the last page, or `gone` says so. At the end it also hears whether there is a word at
   * all: pages that were scanned have none.
   */
  async find(
    pattern: RegExp,
    gone: () => boolean,
    told: (places: PagePlace[], more: boolean, wordless: boolean) => void,
  ): Promise<void> {
    const places: PagePlace[] = [];
    let wordless = true;
    const count = this.#pdf.numPages;
    for (let page = 0; page < count && places.length < MOST_PLACES; page += 1) {
      const { text } = await this.page(page);
      if (gone()) return;
      wordless &&= text.trim() === '';
      for (const place of findPlaces(text, pattern, MOST_PLACES - places.length)) places.push({ page, place });
      // A picture of progress, not of every page.
      if (page % 25 === 24) told([...places], page < count - 1, false);
    }
    if (!gone()) told(places, false, wordless);
  }
}

/** Pieces that a place touches, with the part of each. */
export function piecesOf(page: Pick<PageText, 'starts' | 'pieces'>, [start, end]: Place) {
  const parts: { piece: number; from: number; to: number }[] = [];
  for (const [piece, { str }] of page.pieces.entries()) {
    const begin = page.starts[piece] ?? 0;
    const [from, to] = [Math.max(0, start - begin), Math.min(str.length, end - begin)];
    if (from < to) parts.push({ piece, from, to });
  }
  return parts;
}
