import { safeName } from '#shared/lib/text/safe-name.ts';
import { shortName } from '#shared/lib/text/short-name.ts';

/** Bytes of a name on the disk: 255 are the most, a little is left for marks such as «.part». */
const LONGEST = 240;

const bytesOf = (text: string): number => {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};

/** What a file of this name is called on the disk of any system: letters whole, no device of Windows, not too long; its ending stays. */
export const diskName = (name: string): string =>
  shortName(safeName(name.normalize('NFC')), (each) => bytesOf(each) <= LONGEST);
