import { cleanText, signOf } from '#electron/core/jobs/docx/clean-text.ts';
import type { NumberCounter } from '#electron/core/jobs/docx/count-numbers.ts';
import { markOf, type OpenParagraph, openParagraph, type ReadParagraph } from '#electron/core/jobs/docx/paragraph.ts';
import { isOn, type Styles } from '#electron/core/jobs/docx/read-styles.ts';
import { type Attributes, readXml, type XmlHandler } from '#electron/core/jobs/docx/read-xml.ts';
import { closeRow, type OpenRow } from '#electron/core/jobs/docx/row.ts';

/** What is not text of the accepted document: deleted words, codes of fields, older properties, the second telling of a drawing. */
const skipped = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'delInstrText',
  'Fallback',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'numberingChange',
  'sdtPr',
  'binData',
]);

/** Where finished paragraphs go: the body, a cell, a text box. */
type Place = ReadParagraph[];

export interface BodyContext {
  readonly styles: Styles;
  readonly count: NumberCounter;
  /** Text of a footnote or an endnote by kind and id. */
  readonly note: (kind: 'footnote' | 'endnote', id: string) => readonly ReadParagraph[];
}

/** Reads the paragraphs and table rows of a part in reading order, as they stand when all tracked changes are accepted. */
export class BodyReader implements XmlHandler {
  readonly #context: BodyContext;
  readonly #places: Place[] = [[]];
  readonly #rows: OpenRow[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  #skip = 0;
  #properties: 'paragraph' | 'run' | 'mark' | 'row' | null = null;
  #bold: boolean | null = null;
  #inText = false;
  /** Text of a paragraph whose end was deleted, waiting for the next one. */
  #carried: OpenParagraph | null = null;

  constructor(context: BodyContext) {
    this.#context = context;
  }

  get paragraphs(): readonly ReadParagraph[] {
    return this.#places[0] ?? [];
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skip > 0) this.#skip += 1;
    else if (this.#properties !== null) this.#property(name, attributes);
    else if (skipped.has(name)) this.#skip = 1;
    else this.#element(name, attributes);
  }

  #element(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'p') this.#paragraphs.push(openParagraph());
    else if (name === 'pPr') this.#properties = 'paragraph';
    else if (name === 'r') this.#bold = null;
    else if (name === 'rPr') this.#properties = 'run';
    else if (name === 'trPr') this.#properties = 'row';
    else if (name === 't') this.#inText = true;
    else if (name === 'tr') this.#rows.push({ cells: [], deleted: false });
    else if (name === 'tc' || name === 'txbxContent') this.#places.push([]);
    else if (!paragraph) return;
    else if (name === 'tab' || name === 'ptab') paragraph.text += '\t';
    else if (name === 'br' || name === 'cr') paragraph.text += ' ';
    else if (name === 'noBreakHyphen') paragraph.text += '-';
    else if (name === 'sym') paragraph.text += signOf(attributes('char') ?? '');
    else if (name === 'footnoteReference' || name === 'endnoteReference')
      paragraph.after.push(
        ...this.#context.note(name === 'footnoteReference' ? 'footnote' : 'endnote', attributes('id') ?? ''),
      );
  }

  #property(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    // The mark of a deleted row or paragraph has the name of deleted words, and means more.
    if (name === 'del' && this.#properties === 'row') this.#setRowDeleted();
    if (name === 'del' && this.#properties === 'mark' && paragraph) paragraph.endDeleted = true;
    if (skipped.has(name)) this.#skip = 1;
    else if (name === 'rPr' && this.#properties === 'paragraph') this.#properties = 'mark';
    else if (name === 'b' && this.#properties === 'run') this.#bold = isOn(attributes);
    else if (!paragraph || this.#properties !== 'paragraph') return;
    else if (name === 'pStyle') paragraph.style = attributes('val') ?? null;
    else if (name === 'numId') paragraph.numberingId = attributes('val') ?? null;
    else if (name === 'ilvl') paragraph.level = Number(attributes('val') ?? 0);
    else if (name === 'outlineLvl') paragraph.outline = Number(attributes('val') ?? 9);
    else if (name === 'jc') paragraph.centred = attributes('val') === 'center';
  }

  #setRowDeleted(): void {
    const row = this.#rows.at(-1);
    if (row) row.deleted = true;
  }

  text(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (this.#skip > 0 || !this.#inText || !paragraph) return;
    // A line break inside the file's own text is white space, not a paragraph.
    paragraph.text += text.replace(/[\r\n]/g, ' ');
    const bold = this.#bold ?? this.#context.styles(paragraph.style).bold ?? false;
    if (bold) paragraph.bold += text.replace(/\s/g, '').length;
  }

  close(name: string): void {
    if (this.#skip > 0) this.#skip -= 1;
    else if (name === 'rPr') this.#properties = this.#properties === 'mark' ? 'paragraph' : null;
    else if (name === 'pPr' || name === 'trPr') this.#properties = null;
    else if (name === 't') this.#inText = false;
    else if (name === 'p') this.#closeParagraph();
    else if (name === 'tc') {
      const cell = this.#places.pop() ?? [];
      this.#rows.at(-1)?.cells.push(cell);
    } else if (name === 'tr') {
      const row = this.#rows.pop();
      if (row) this.#places.at(-1)?.push(...closeRow(row));
    } else if (name === 'txbxContent') {
      const box = this.#places.pop() ?? [];
      const holder = this.#paragraphs.at(-1);
      if (holder) holder.after.push(...box);
      else this.#places.at(-1)?.push(...box);
    }
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const carried = this.#carried;
    this.#carried = null;
    if (carried) {
      paragraph.text = joined(carried.text, paragraph.text);
      paragraph.bold += carried.bold;
      paragraph.after.unshift(...carried.after);
    }
    if (paragraph.endDeleted) {
      this.#carried = paragraph;
      return;
    }
    this.#places.at(-1)?.push(this.#finish(paragraph));
  }

  #finish(paragraph: OpenParagraph): ReadParagraph {
    const style = this.#context.styles(paragraph.style);
    const counted = this.#context.count(markOf(paragraph));
    const text = cleanText(paragraph.text).replaceAll('\n', ' ');
    const letters = text.replace(/\s/g, '');
    const shout = /\p{Lu}/u.test(letters) && !/\p{Ll}/u.test(letters);
    const isBold = letters !== '' && paragraph.bold >= letters.length * 0.9;
    return {
      number: (counted?.number ?? '').trim().replace(/\.+$/, ''),
      listLevel: counted?.level ?? null,
      text,
      outline: paragraph.outline ?? style.outline,
      emphasised: (isBold || shout) && (paragraph.centred || counted !== null || /^(\d|[IVX])/.test(text)),
      after: paragraph.after,
      row: false,
    };
  }
}

/** Two paragraphs made one by a tracked deletion of the end between them: a sentence that begins there is not glued to the word before. */
const joined = (before: string, after: string): string =>
  /[\p{L}\p{N}]$/u.test(before) && /^\p{Lu}/u.test(after) ? `${before} ${after}` : before + after;

/** Reads a whole part. */
export function readBody(text: string, context: BodyContext): readonly ReadParagraph[] {
  const reader = new BodyReader(context);
  readXml(text, reader);
  return reader.paragraphs;
}
