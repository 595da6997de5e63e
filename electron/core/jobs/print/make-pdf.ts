import { paperDefinition } from '#electron/core/jobs/print/paper-definition.ts';
import type { Paper } from '#shared/formats/print/paper.ts';

/** Lays a paper out as a PDF. Its letters go with it, so it looks the same everywhere. */
export async function makePdf(paper: Paper): Promise<Uint8Array> {
  const pdfMake = await library();
  if (!paper.framed) return pdfMake.createPdf(paperDefinition(paper)).getBuffer();
  // A stamp is one page whatever stands in it: its height is reckoned in letters, and how lines break is known only here.
  let height = paper.page.height;
  for (;;) {
    let pages = 0;
    const count = (_page: number, all: number): string => {
      pages = all;
      return '';
    };
    const definition = paperDefinition({ ...paper, page: { ...paper.page, height } });
    const bytes = await pdfMake.createPdf({ ...definition, footer: count }).getBuffer();
    if (pages <= 1 || height > HIGHEST) return bytes;
    height += 2;
  }
}

/** No stamp is higher than a sheet, millimetres. */
const HIGHEST = 200;

let loaded: Promise<typeof import('pdfmake/build/pdfmake.js')['default']> | null = null;

/**
 * Loaded with the first paper. The library's build in one file is taken: it reads nothing from the disk, so a bundle needs nothing beside
 * itself. Letters are Roboto (Apache 2.0) with its Cyrillic and the sign of the rouble.
 */
const library = (): NonNullable<typeof loaded> => {
  loaded ??= (async () => {
    const [{ default: pdfMake }, { default: letters }] = await Promise.all([
      import('pdfmake/build/pdfmake.js'),
      import('pdfmake/build/vfs_fonts.js'),
    ]);
    pdfMake.addVirtualFileSystem(letters);
    pdfMake.addFonts({
      Roboto: {
        normal: 'Roboto-Regular.ttf',
        bold: 'Roboto-Medium.ttf',
        italics: 'Roboto-Italic.ttf',
        bolditalics: 'Roboto-MediumItalic.ttf',
      },
    });
    return pdfMake;
  })();
  return loaded;
};
