import { strToU8, zipSync } from 'fflate';

/** A table of a report: what is on the screen, on paper and in the file. Hours and counts are numbers. */
export interface ReportTable {
  title: string;
  head: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

type Cell = string | number | null;

/** Semicolons and a byte order mark: what spreadsheets of a Russian system open without asking. Tables stand one under another. */
export function toCsv(tables: readonly ReportTable[]): string {
  const lines = tables.flatMap(({ title, head, rows }, index) => [
    ...(index > 0 ? [[]] : []),
    ...(tables.length > 1 ? [[title]] : []),
    head,
    ...rows,
  ]);
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(';')).join('\r\n')}\r\n`;
}

/** Quoted where it has to be; a beginning that a spreadsheet would calculate is kept from it. */
function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const parts = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** An Office Open XML workbook (ECMA-376), a sheet for each table. Words are inline: no cell is ever taken for a formula. */
export function toXlsx(tables: readonly ReportTable[]): Uint8Array<ArrayBuffer> {
  const names = sheetNames(tables.map((table) => table.title));
  const each = (make: (number: number, index: number) => string) => tables.map((_, at) => make(at + 1, at)).join('');
  const files: Record<string, string> = {
    '[Content_Types].xml': `${xml}<Types xmlns="${parts}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${parts}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((n, at) => `<sheet name="${escaped(names[at] ?? '')}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${parts}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${tables.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    // Style 1 is the bold one of the headings.
    'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
  };
  for (const [index, table] of tables.entries()) files[`xl/worksheets/sheet${index + 1}.xml`] = sheet(table);
  const bytes = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes), { level: 6 }) as Uint8Array<ArrayBuffer>;
}

function sheet({ head, rows }: ReportTable): string {
  const widths = head.map((word, at) =>
    Math.min(
      60,
      Math.max(8, ...[word, ...rows.slice(0, 200).map((row) => row[at] ?? '')].map((cell) => String(cell).length + 2)),
    ),
  );
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const lines = [head, ...rows].map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell, column) => xlsxCell(cell, `${letters(column)}${at + 1}`, at === 0)).join('')}</row>`,
  );
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
  return `${xml}<worksheet xmlns="${main}">${frozen}${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function xlsxCell(cell: Cell, place: string, bold: boolean): string {
  if (cell === null || cell === '') return '';
  const style = bold ? ' s="1"' : '';
  if (typeof cell === 'number') return `<c r="${place}"${style}><v>${cell}</v></c>`;
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** 0 → `A`, 26 → `AA`. */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** What XML may not hold is left out. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Names of sheets: at most 31 letters, none of []:*?/\ and each once. */
function sheetNames(titles: readonly string[]): string[] {
  const names: string[] = [];
  for (const title of titles) {
    const plain =
      title
        .replace(/[[\]:*?/\\']/g, ' ')
        .trim()
        .slice(0, 28) || '–';
    let name = plain;
    for (let n = 2; names.some((one) => one.toLowerCase() === name.toLowerCase()); n += 1) name = `${plain} ${n}`;
    names.push(name);
  }
  return names;
}
