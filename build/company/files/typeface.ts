import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readTrueType, type TrueType } from '#build/company/files/true-type.ts';

export type Weight = 'regular' | 'bold';

let faces: Record<Weight, TrueType> | undefined;

/** Roboto with its Cyrillic, as pdfmake ships it; read once. */
export function typeface(weight: Weight): TrueType {
  if (!faces) {
    const folder = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
    faces = {
      regular: readTrueType(join(folder, 'Roboto-Regular.ttf')),
      bold: readTrueType(join(folder, 'Roboto-Medium.ttf')),
    };
  }
  return faces[weight];
}

/** Width of a text in points. */
export function widthOf(text: string, size: number, weight: Weight): number {
  const face = typeface(weight);
  let units = 0;
  for (const character of text) units += face.advance(face.glyphOf(character));
  return (units * size) / face.unitsPerEm;
}
