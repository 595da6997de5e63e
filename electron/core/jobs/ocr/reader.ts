import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What of the library's module is used; it has no types of its own. */
interface TesseractModule {
  FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void };
  TessBaseAPI: new () => {
    Init(folder: string | null, languages: string, engine: number): number;
    SetVariable(name: string, value: string): boolean;
    SetImageFile(exif: number, angle: number): number;
    Recognize(monitor: null): number;
    GetUTF8Text(): string;
    Clear(): void;
    End(): void;
  };
}

/** The neural engine alone: it is what the trained data of today are made for. */
const LSTM = 1;
/** Finds columns and tables of a page by itself. */
const AUTOMATIC = '3';

export interface PictureReader {
  /** The words of a picture (PNG, JPEG, BMP, PNM); empty when it cannot be read. */
  words(picture: Uint8Array): string;
  end(): void;
}

/** Prepares the recogniser with trained data of a folder; nothing is fetched from anywhere. Rejects with Error for data that do not fit. */
export async function openReader(folder: string, languages: readonly string[]): Promise<PictureReader> {
  // Everything is in one file: no worker of its own, nothing to be found beside it.
  const library = (await import('tesseract.js-core/tesseract-core-simd-lstm.wasm.js')) as unknown as {
    default: (options: object) => Promise<TesseractModule>;
  };
  const quiet = { TesseractProgress: () => undefined, print: () => undefined, printErr: () => undefined };
  const module = await library.default(quiet);
  for (const language of languages)
    module.FS.writeFile(`${language}.traineddata`, new Uint8Array(trained(folder, language)));
  const api = new module.TessBaseAPI();
  if (api.Init(null, languages.join('+'), LSTM) !== 0) throw new Error('the trained data do not fit');
  api.SetVariable('tessedit_pageseg_mode', AUTOMATIC);
  return {
    words(picture) {
      module.FS.writeFile('/input', picture);
      try {
        if (api.SetImageFile(1, 0) === 1) return '';
        api.Recognize(null);
        return api.GetUTF8Text().trim();
      } finally {
        api.Clear();
        module.FS.unlink('/input');
      }
    },
    end: () => api.End(),
  };
}

function trained(folder: string, language: string): Uint8Array {
  const plain = join(folder, `${language}.traineddata`);
  return existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`));
}
