import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { repack } from '#electron/core/jobs/drafting/repack.ts';

/** Measures of a paper, in twentieths of a point: A4 with the margins of ГОСТ Р 7.0.97. */
const millimetre = 56.7;
const page = { width: Math.round(210 * millimetre), height: Math.round(297 * millimetre) };
const margin = { top: 1134, bottom: 1134, left: 1701, right: 850 };

/** Name of the numbering of sections and clauses: «1.», «1.1.», «1.1.1.». */
const clauseNumbering = 'clauses';

const clauseLevel = (level: number, text: string, indent: { left: number; hanging: number; firstLine?: number }) => ({
  level,
  format: LevelFormat.DECIMAL,
  text,
  alignment: AlignmentType.LEFT,
  suffix: level === 0 ? LevelSuffix.SPACE : LevelSuffix.TAB,
  style: { paragraph: { indent }, run: { bold: level === 0 } },
});

export interface PaperOptions {
  title: string;
  children: ISectionOptions['children'];
  header?: string;
  /** Words before the page number: «Страница». */
  footer?: string;
  landscape?: boolean;
}

/** Bytes of an A4 paper in a serif face. The same contents give the same bytes: no dates and no random names inside. */
export async function packPaper(options: PaperOptions): Promise<Uint8Array> {
  const { header, footer, landscape } = options;
  const small = (children: (string | TextRun)[]) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: children.map((each) => (typeof each === 'string' ? new TextRun({ text: each, size: 16 }) : each)),
    });
  const section: ISectionOptions = {
    properties: {
      page: {
        size: { ...page, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin,
      },
    },
    ...(header ? { headers: { default: new Header({ children: [small([header])] }) } } : {}),
    ...(footer
      ? {
          footers: {
            default: new Footer({
              children: [small([`${footer} `, new TextRun({ children: [PageNumber.CURRENT], size: 16 })])],
            }),
          },
        }
      : {}),
    children: options.children,
  };
  const file = new Document({
    title: options.title,
    creator: 'Opora',
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: 22 }, paragraph: { spacing: { after: 60 } } } },
    },
    numbering: {
      config: [
        {
          reference: clauseNumbering,
          levels: [
            clauseLevel(0, '%1.', { left: 0, hanging: 0 }),
            clauseLevel(1, '%1.%2.', { left: 567, hanging: 567 }),
            clauseLevel(2, '%1.%2.%3.', { left: 1247, hanging: 680 }),
          ],
        },
      ],
    },
    sections: [section],
  });
  return timeless(await Packer.toBuffer(file));
}

/** The library writes the moment of creation into the properties. */
function timeless(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts['docProps/core.xml'];
  if (core) {
    const xml = strFromU8(core).replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, '$12026-01-01T00:00:00Z');
    parts['docProps/core.xml'] = strToU8(xml);
  }
  return repack(zipSync(parts));
}

export type Alignment = 'left' | 'center' | 'right' | 'both';
const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
};

/** A paragraph of plain text; `\n` breaks the line. */
export function paragraph(
  text: string,
  look: { bold?: boolean; align?: Alignment; size?: number; before?: number; newPage?: boolean } = {},
): Paragraph {
  const { bold = false, align = 'left', size, before, newPage = false } = look;
  return new Paragraph({
    alignment: alignments[align],
    pageBreakBefore: newPage,
    ...(before === undefined ? {} : { spacing: { before, after: 60 } }),
    children: runs(text, { bold, ...(size === undefined ? {} : { size }) }),
  });
}

/** A numbered paragraph: level 0 heads a section, 1 and 2 are clauses. */
export const numbered = (text: string, level: 0 | 1 | 2): Paragraph =>
  new Paragraph({
    numbering: { reference: clauseNumbering, level },
    alignment: level === 0 ? AlignmentType.CENTER : AlignmentType.BOTH,
    keepNext: level === 0,
    spacing: level === 0 ? { before: 200, after: 80 } : { after: 60 },
    children: runs(text, { bold: level === 0 }),
  });

const runs = (text: string, look: { bold?: boolean; size?: number }): TextRun[] =>
  text.split('\n').map((line, index) => new TextRun({ text: line, ...look, ...(index > 0 ? { break: 1 } : {}) }));

/** A table with lines; the first row heads every page. Widths are hundredths of the whole. */
export function table(widths: readonly number[], rows: readonly (readonly string[])[], size = 20): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths.map((width) => Math.round((width / 100) * (page.width - margin.left - margin.right))),
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: index === 0,
          children: cells.map((text, column) => cell(text, widths[column] ?? 10, { bold: index === 0, size })),
        }),
    ),
  });
}

/** Two blocks side by side without lines: signatures, requisites. */
export const sideBySide = (left: string, right: string): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: TableBorders.NONE,
    rows: [new TableRow({ cantSplit: true, children: [cell(left, 50, {}), cell(right, 50, {})] })],
  });

const cell = (text: string, width: number, look: { bold?: boolean; size?: number }): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    children: text.split('\n\n').map((block) => new Paragraph({ children: runs(block, look), spacing: { after: 0 } })),
  });
