import type { FromSheets, ToSheets } from '#renderer/pages/files/sheets/messages.ts';
import { SheetDesk } from '#renderer/pages/files/sheets/sheet-desk.ts';
import { findPattern } from '#renderer/pages/files/viewer/find-text.ts';
import { sheetProblemOf } from '#shared/formats/sheets/open-book.ts';

// A thread of its own: a sheet of a hundred thousand rows takes seconds, and nobody waits for it to type.
const say = (message: FromSheets): void => postMessage(message);
let desk: SheetDesk | null = null;

addEventListener('message', ({ data }: MessageEvent<ToSheets>) => {
  try {
    if (data.t === 'open') desk = new SheetDesk(new Uint8Array(data.bytes), data.language, say);
    else if (data.t === 'sheet') desk?.read(data.sheet);
    else if (data.t === 'rows') desk?.tellRows(data.sheet, data.from, data.to);
    else desk?.find(data.query, findPattern(data.query));
  } catch (error) {
    say({ t: 'problem', problem: sheetProblemOf(error) });
  }
});
