import { type Weight, widthOf } from '#build/company/files/typeface.ts';

/** A4 in points. */
export const pageWidth = 595;
export const pageHeight = 842;

/** What stands on a page; y grows downwards, text stands on its baseline. Colours are 0xRRGGBB. */
export type Mark =
  | { type: 'text'; x: number; y: number; size: number; weight: Weight; text: string; color: number }
  | { type: 'line'; x1: number; y1: number; x2: number; y2: number; width: number; color: number };

export type Page = Mark[];

interface Look {
  size?: number;
  weight?: Weight;
  color?: number;
  align?: 'left' | 'center' | 'right';
  left?: number;
  right?: number;
}

export interface Column {
  title: string;
  width: number;
  align?: 'left' | 'right';
}

const margin = { left: 62, right: 45, top: 54, bottom: 60 };

/** A paper in the making: text flows downwards and on to the next page. */
export class Sheet {
  readonly pages: Page[] = [[]];
  #y = margin.top;

  get y(): number {
    return this.#y;
  }

  gap(points: number): void {
    this.#y += points;
  }

  /** A paragraph, broken at spaces. */
  text(text: string, { size = 11, weight = 'regular', color = 0x1e2430, align = 'left', ...edges }: Look = {}): void {
    const left = edges.left ?? margin.left;
    const right = edges.right ?? pageWidth - margin.right;
    for (const line of wrap(text, size, weight, right - left)) {
      this.#room(size * 1.4);
      const width = align === 'left' ? 0 : widthOf(line, size, weight);
      const x = align === 'left' ? left : align === 'right' ? right - width : left + (right - left - width) / 2;
      this.#put({ type: 'text', x, y: this.#y + size, size, weight, text: line, color });
      this.#y += size * 1.4;
    }
  }

  rule(color = 0x1e2430, width = 0.7): void {
    this.#put({ type: 'line', x1: margin.left, y1: this.#y, x2: pageWidth - margin.right, y2: this.#y, width, color });
    this.#y += 6;
  }

  /** Left and right ends of one line. */
  ends(left: string, right: string, look: Look = {}): void {
    this.#room((look.size ?? 11) * 1.4);
    const before = this.#y;
    this.text(left, look);
    const after = this.#y;
    this.#y = before;
    this.text(right, { ...look, align: 'right' });
    this.#y = Math.max(after, this.#y);
  }

  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    this.#row(
      columns,
      columns.map((column) => column.title),
      'bold',
    );
    for (const row of rows) this.#row(columns, row, 'regular');
    this.#y += 6;
  }

  #row(columns: readonly Column[], cells: readonly string[], weight: Weight): void {
    const size = 8.5;
    const wrapped = columns.map((column, index) => wrap(cells[index] ?? '', size, weight, column.width - 8));
    const height = Math.max(...wrapped.map((lines) => lines.length)) * size * 1.3 + 6;
    this.#room(height);
    const frame = (x1: number, y1: number, x2: number, y2: number) =>
      this.#put({ type: 'line', x1, y1, x2, y2, width: 0.5, color: 0x465062 });
    let x = margin.left;
    const end = margin.left + columns.reduce((sum, column) => sum + column.width, 0);
    frame(x, this.#y, end, this.#y);
    frame(x, this.#y + height, end, this.#y + height);
    frame(end, this.#y, end, this.#y + height);
    for (const [index, column] of columns.entries()) {
      frame(x, this.#y, x, this.#y + height);
      for (const [row, text] of (wrapped[index] ?? []).entries()) {
        const shift = column.align === 'right' ? column.width - 8 - widthOf(text, size, weight) : 0;
        const y = this.#y + 3 + size + row * size * 1.3;
        this.#put({ type: 'text', x: x + 4 + shift, y, size, weight, text, color: 0x1e2430 });
      }
      x += column.width;
    }
    this.#y += height;
  }

  #room(height: number): void {
    if (this.#y + height <= pageHeight - margin.bottom) return;
    this.pages.push([]);
    this.#y = margin.top;
  }

  #put(mark: Mark): void {
    (this.pages.at(-1) as Page).push(mark);
  }
}

function wrap(text: string, size: number, weight: Weight, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  return lines;
}
