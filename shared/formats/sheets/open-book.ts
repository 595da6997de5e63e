import { MOST_SMALL_BYTES } from '#shared/formats/sheets/limits.ts';
import { type CellFormats, readFormats } from '#shared/formats/sheets/read-formats.ts';
import { type ZipEntry, zipEntries } from '#shared/formats/zip/entries.ts';
import { entryText, ZipFault } from '#shared/formats/zip/read-entry.ts';
import { readXmlText } from '#shared/formats/zip/read-xml.ts';

/** One sheet of a workbook, not read yet. */
export interface SheetPart {
  name: string;
  hidden: boolean;
  entry: ZipEntry;
}

/** A workbook whose table of contents has been read (ECMA-376 part 1, 18.2). */
export interface Book {
  bytes: Uint8Array;
  sheets: readonly SheetPart[];
  formats: CellFormats;
  strings: ZipEntry | null;
  /** Days are counted from 1904 instead of 1900. */
  from1904: boolean;
}

/** Why a workbook cannot be shown. */
export type SheetProblem = 'SHEET_DAMAGED' | 'SHEET_ENCRYPTED' | 'SHEET_TOO_LARGE' | 'SHEET_NOT_A_TABLE';

/** Thrown by the readers of workbooks. */
class SheetFault extends Error {
  readonly problem: SheetProblem;

  constructor(problem: SheetProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** The reason of any fault met while a workbook is read. */
export function sheetProblemOf(error: unknown): SheetProblem {
  if (error instanceof SheetFault) return error.problem;
  const problem = error instanceof ZipFault ? error.problem : 'damaged';
  return problem === 'encrypted' ? 'SHEET_ENCRYPTED' : problem === 'too-large' ? 'SHEET_TOO_LARGE' : 'SHEET_DAMAGED';
}

/** Opens an XLSX (or XLSM) file: its sheets in order, and how cells look. Throws SheetFault or ZipFault. */
export function openBook(bytes: Uint8Array): Book {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new SheetFault(isEncrypted(bytes) ? 'SHEET_ENCRYPTED' : 'SHEET_NOT_A_TABLE');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new SheetFault('SHEET_NOT_A_TABLE');
  const entries = zipEntries(bytes);
  if (!entries) throw new SheetFault('SHEET_DAMAGED');
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const part = (name: string): ZipEntry | undefined => byName.get(name.toLowerCase());
  const small = (name: string): string | null => {
    const entry = part(name);
    return entry ? entryText(bytes, entry, MOST_SMALL_BYTES) : null;
  };
  const root = relationsOf(small('_rels/.rels') ?? '', '');
  const main = root.byType.get('officeDocument');
  const workbook = main && small(main);
  if (!main || !workbook) throw new SheetFault('SHEET_NOT_A_TABLE');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = relationsOf(small(`${folder}_rels/${main.slice(folder.length)}.rels`) ?? '', folder);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  readXmlText(workbook, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = isTrue(attribute('date1904'));
      if (name !== 'sheet') return;
      const path = relations.byId.get(attribute('id') ?? attribute('r:id') ?? '');
      const entry = path === undefined ? undefined : part(path);
      const hidden = (attribute('state') ?? 'visible') !== 'visible';
      if (entry) sheets.push({ name: attribute('name') ?? '', hidden, entry });
    },
  });
  if (sheets.length === 0) throw new SheetFault(entries.length === 0 ? 'SHEET_DAMAGED' : 'SHEET_NOT_A_TABLE');
  const styles = relations.byType.get('styles');
  const strings = relations.byType.get('sharedStrings');
  return {
    bytes,
    sheets,
    formats: readFormats((styles && small(styles)) ?? ''),
    strings: (strings && part(strings)) || null,
    from1904,
  };
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

interface Relations {
  byId: Map<string, string>;
  byType: Map<string, string>;
}

/** Parts that a part refers to: paths from the root of the archive. */
function relationsOf(xml: string, folder: string): Relations {
  const relations: Relations = { byId: new Map(), byType: new Map() };
  if (xml === '') return relations;
  readXmlText(xml, {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const path = resolved(folder, attribute('Target') ?? '');
      const type = attribute('Type') ?? '';
      relations.byId.set(attribute('Id') ?? '', path);
      relations.byType.set(type.slice(type.lastIndexOf('/') + 1), path);
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** An encrypted workbook lies in the container of older formats, as a stream of this name in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1))
    if (name.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
