import bwip from 'bwip-js/generic';

/** A black rectangle, millimetres from the upper left corner of the code. */
export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Rows of squares leave hair-thin white lines between them on some printers unless they overlap a little. */
const OVERLAP = 0.02;

/** A code as rectangles that fill the given size (millimetres); the quiet zone around it is the paper's business. */
export function codeBars(code: 'qr' | 'code128', text: string, width: number, height: number): Bar[] {
  return code === 'qr' ? squares(text, Math.min(width, height)) : stripes(text, width, height);
}

/** QR with the level M of error correction: a fold or a stamp across it does no harm. */
function squares(text: string, size: number): Bar[] {
  const order = { bcid: 'qrcode', text, eclevel: 'M' };
  const [symbol] = bwip.raw(order);
  if (!symbol || !('pixs' in symbol)) return [];
  const { pixs, pixx, pixy } = symbol;
  const module = size / pixx;
  const bars: Bar[] = [];
  for (let row = 0; row < pixy; row += 1)
    for (let column = 0; column < pixx; ) {
      let run = 0;
      while (column + run < pixx && pixs[row * pixx + column + run] === 1) run += 1;
      if (run > 0) bars.push(bar(column * module, row * module, run * module, module));
      column += Math.max(1, run);
    }
  return bars;
}

function stripes(text: string, width: number, height: number): Bar[] {
  const [symbol] = bwip.raw({ bcid: 'code128', text });
  if (!symbol || !('sbs' in symbol)) return [];
  const widths = symbol.sbs;
  const module = width / widths.reduce((sum, one) => sum + one, 0);
  const bars: Bar[] = [];
  let x = 0;
  // A bar and a space by turns, the first is a bar.
  for (const [place, modules] of widths.entries()) {
    if (place % 2 === 0) bars.push({ x, y: 0, width: modules * module, height });
    x += modules * module;
  }
  return bars;
}

const bar = (x: number, y: number, width: number, height: number): Bar => ({
  x,
  y,
  width: width + OVERLAP,
  height: height + OVERLAP,
});
