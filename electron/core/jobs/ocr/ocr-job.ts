import { readFileSync, statSync } from 'node:fs';
import { sniffKind } from '#electron/core/jobs/decode/sniff.ts';
import { pdfPictures } from '#electron/core/jobs/ocr/pdf-pictures.ts';
import { openReader, type PictureReader } from '#electron/core/jobs/ocr/reader.ts';
import { type FileTextState, inParts, packPart } from '#electron/core/store/search/file-texts.ts';

export interface OcrOrder {
  path: string;
  /** The folder with trained data. */
  folder: string;
  languages: readonly string[];
}

const MOST_BYTES = 100 * 1024 * 1024;
const MOST_PAGES = 40;
const MOST_TEXT = 1_500_000;

/** The recogniser takes seconds to prepare and is kept for the next scan, with the folder it was prepared from. */
let kept: { of: string; reader: PictureReader } | null = null;

/** The words of a scan in packed parts. Never throws for what is wrong with the file itself; rejects when the recogniser cannot be prepared. */
export async function ocrJob({
  path,
  folder,
  languages,
}: OcrOrder): Promise<{ state: FileTextState; parts: Uint8Array[] }> {
  const of = [folder, ...languages].join('|');
  if (kept?.of !== of) {
    kept?.reader.end();
    kept = null;
    kept = { of, reader: await openReader(folder, languages) };
  }
  const { reader } = kept;
  try {
    if (statSync(path).size > MOST_BYTES) return { state: 'failed', parts: [] };
    const bytes = readFileSync(path);
    const words: string[] = [];
    if (sniffKind(bytes) === 'pdf')
      for await (const page of pdfPictures(bytes, MOST_PAGES)) words.push(reader.words(page));
    else words.push(reader.words(bytes));
    const text = words.join('\n\n').slice(0, MOST_TEXT).trim();
    return text === '' ? { state: 'failed', parts: [] } : { state: 'text', parts: inParts(text).map(packPart) };
  } catch {
    return { state: 'failed', parts: [] };
  }
}
