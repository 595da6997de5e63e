import { codeBars } from '#electron/core/jobs/print/code-image.ts';
import type { Column, Paper, PaperBlock } from '#shared/formats/print/paper.ts';

/** A node of pdfmake's document: plain data, lengths in points. */
export type PdfNode = Readonly<Record<string, unknown>>;

/** Points of a millimetre. */
export const point = 72 / 25.4;
const grey = '#555555';
/** The ink of a stamp. */
const ink = '#1f3a8a';

/** The definition from which pdfmake lays a paper out. */
export function paperDefinition(paper: Paper): PdfNode {
  const { page, margins, foot, pageOf } = paper;
  const small = paper.fontSize * 0.82;
  const shown = (blocks: readonly PaperBlock[]): PdfNode[] => blocks.map((block) => node(block, paper.fontSize));
  return {
    info: { title: paper.title, creator: 'Opora', producer: 'Opora' },
    language: paper.language,
    pageSize: { width: page.width * point, height: page.height * point },
    pageMargins: [margins.left * point, margins.top * point, margins.right * point, margins.bottom * point],
    defaultStyle: { fontSize: paper.fontSize, lineHeight: 1.15, color: paper.framed ? ink : '#000000' },
    content: shown(paper.blocks),
    ...(paper.framed ? { background: frame } : {}),
    ...(foot || pageOf
      ? {
          footer: (current: number, pages: number) => ({
            margin: [margins.left * point, 6 * point, margins.right * point, 0],
            columns: [
              { text: foot ?? '', width: '*' },
              {
                text:
                  pageOf && pages > 1 ? pageOf.replace('{{page}}', `${current}`).replace('{{pages}}', `${pages}`) : '',
                width: 'auto',
              },
            ],
            ...{ fontSize: small, color: grey, columnGap: 10 },
          }),
        }
      : {}),
  };
}

const frame = (_page: number, size: { width: number; height: number }): PdfNode => ({
  canvas: [
    {
      type: 'rect',
      ...{ x: 1, y: 1, w: size.width - 2, h: size.height - 2, r: 4 },
      lineWidth: 1.1,
      lineColor: ink,
    },
  ],
});

function node(block: PaperBlock, fontSize: number): PdfNode {
  const all = (blocks: readonly PaperBlock[]): PdfNode[] => blocks.map((one) => node(one, fontSize));
  const alignment = 'align' in block ? (block.align ?? 'left') : 'left';
  switch (block.type) {
    case 'heading': {
      const first = block.level === 1;
      const size = fontSize * (first ? 1.5 : 1.1);
      return {
        text: block.text,
        bold: true,
        fontSize: size,
        alignment,
        headlineLevel: 1,
        margin: first ? [0, 2, 0, 6] : [0, 10, 0, 3],
      };
    }
    case 'text': {
      const size = block.large ? 1.3 : block.small ? 0.85 : 1;
      return {
        text: block.text,
        bold: block.bold ?? false,
        fontSize: fontSize * size,
        alignment,
        margin: [0, 0, 0, 2],
      };
    }
    case 'pairs':
      return {
        layout: { ...none, paddingTop: () => 1, paddingBottom: () => 1 },
        table: {
          widths: [(block.labelWidth ?? 42) * point, '*'],
          body:
            block.rows.length > 0
              ? block.rows.map(([label, value]) => [{ text: label, color: grey }, value])
              : [['', '']],
        },
      };
    case 'table':
      return block.bare ? bareTable(block.columns, block.rows, fontSize) : table(block.columns, block.rows, fontSize);
    case 'totals':
      return {
        layout: 'noBorders',
        margin: [0, 4, 0, 4],
        table: {
          widths: ['*', 42 * point],
          dontBreakRows: true,
          body: block.rows.map(([label, value]) => [
            { text: `${label}:`, alignment: 'right' },
            { text: value, alignment: 'right', bold: true },
          ]),
        },
      };
    case 'signatures':
      return {
        stack: block.lines.map((line) => signature(line, block.hints, fontSize)),
        unbreakable: block.lines.length < 4,
      };
    case 'columns':
      return {
        columnGap: 4 * point,
        columns: block.columns.map((blocks, place) => {
          const width = block.widths?.[place] ?? '*';
          return { width: width === '*' ? '*' : width * point, stack: all(blocks) };
        }),
      };
    case 'ruled':
      return {
        layout: lines,
        table: {
          widths: ['*'],
          body: Array.from({ length: block.count }, () => [{ text: ' ', fontSize: fontSize * 1.4 }]),
        },
      };
    case 'code':
      return {
        alignment,
        canvas: codeBars(block.code, block.text, block.width, block.height).map(({ x, y, width, height }) => ({
          type: 'rect',
          ...{ x: x * point, y: y * point, w: width * point, h: height * point },
          color: '#000000',
        })),
        margin: [0, 0, 0, 2],
      };
    case 'placed':
      return {
        absolutePosition: { x: block.x * point, y: block.y * point },
        columns: [{ width: block.width * point, stack: all(block.blocks) }],
      };
    case 'gap':
      return { text: ' ', fontSize: 1, lineHeight: 1, margin: [0, 0, 0, Math.max(0, block.height * point - 1)] };
    case 'page':
      return { text: ' ', fontSize: 1, lineHeight: 1, pageBreak: 'before' };
  }
}

/** Only the lower edges: what is written by hand stands on them. */
const lines = { hLineWidth: (row: number) => (row === 0 ? 0 : 0.5), vLineWidth: () => 0, hLineColor: () => '#888888' };
const none = { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 0 };
const thin = { hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => '#777777', vLineColor: () => '#777777' };

/** The library adds what lies left and right of the words (4 points each) to a width. */
const widthsOf = (columns: readonly Column[]): ('*' | number)[] =>
  columns.map(({ width }) => (width === '*' ? '*' : width * point - 8));

function table(columns: readonly Column[], rows: readonly (readonly string[])[], fontSize: number): PdfNode {
  const align = columns.map((column) => column.align ?? 'left');
  return {
    layout: thin,
    fontSize: fontSize * 0.9,
    margin: [0, 2, 0, 4],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: widthsOf(columns),
      body: [
        columns.map(({ title }, place) => ({ text: title, bold: true, alignment: align[place], fillColor: '#f1f1f1' })),
        ...rows.map((row) => row.map((text, place) => ({ text, alignment: align[place] }))),
      ],
    },
  };
}

/** Cells without a header; the last line of a cell that leads its row says what the cell is. */
function bareTable(columns: readonly Column[], rows: readonly (readonly string[])[], fontSize: number): PdfNode {
  const named = (text: string): PdfNode => {
    const at = text.lastIndexOf('\n');
    return { stack: [text.slice(0, at), { text: text.slice(at + 1), fontSize: fontSize * 0.75, color: grey }] };
  };
  return {
    layout: thin,
    fontSize: fontSize * 0.95,
    table: {
      widths: widthsOf(columns),
      body: rows.map((row) => row.map((text, place) => (place === 0 && text.includes('\n') ? named(text) : text))),
    },
  };
}

/** «Директор ______ Иванов И. И.»; without a name there is a line for it too. */
function signature(
  line: { position: string; name: string },
  hints: { signature: string; name: string },
  fontSize: number,
): PdfNode {
  const cell = (text: string, isRuled = false): PdfNode => ({
    text: text || ' ',
    border: [false, false, false, isRuled],
  });
  const hint = (text: string): PdfNode => ({
    ...cell(text),
    alignment: 'center',
    fontSize: fontSize * 0.7,
    color: grey,
  });
  return {
    margin: [0, 6, 0, 0],
    layout: {
      ...{ hLineWidth: () => 0.5, vLineWidth: () => 0, hLineColor: () => '#444444' },
      paddingLeft: (column: number) => (column === 0 ? 0 : 4),
    },
    table: {
      widths: ['auto', '*', line.name ? 'auto' : '35%'],
      body: [
        [cell(line.position), cell('', true), cell(line.name, line.name === '')],
        [cell(''), hint(hints.signature), hint(line.name ? '' : hints.name)],
      ],
    },
  };
}
