import { getFormatFromId } from 'numfmt';
import { readXmlText } from '#shared/formats/zip/read-xml.ts';

/** The number format of each cell style, by its index; bold ones. */
export interface CellFormats {
  codes: readonly string[];
  bold: readonly boolean[];
}

/** Reads how cells look out of the part of styles (ECMA-376 part 1, 18.8). */
export function readFormats(xml: string): CellFormats {
  const custom = new Map<number, string>();
  const fonts: boolean[] = [];
  const codes: string[] = [];
  const bold: boolean[] = [];
  if (xml === '') return { codes, bold };
  let inside = '';
  readXmlText(xml, {
    open(name, attribute) {
      if (name === 'numFmt') custom.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'fonts' || name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs') inside = name;
      else if (name === 'font' && inside === 'fonts') fonts.push(false);
      else if (name === 'b' && inside === 'fonts') fonts[fonts.length - 1] = (attribute('val') ?? '1') !== '0';
      else if (name === 'xf' && inside === 'cellXfs') {
        const id = Number(attribute('numFmtId') ?? 0);
        codes.push(custom.get(id) ?? String(getFormatFromId(id) ?? 'General'));
        bold.push(fonts[Number(attribute('fontId') ?? 0)] ?? false);
      }
    },
    close(name) {
      if (name === inside) inside = '';
    },
  });
  return { codes, bold };
}
