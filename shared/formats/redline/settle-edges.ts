import type { Piece } from '#shared/formats/redline/join-islands.ts';
import type { Token } from '#shared/formats/redline/tokens.ts';

/**
 * Puts the edges of changes where a reader would: what was only inserted or only deleted begins and ends with a sentence or a part of it where
 * the same words allow it («A. [B.] C.», not «A[. B]. C.»), and a bracket opened inside a replacement closes inside.
 */
export function settleEdges(given: readonly Piece[]): readonly Piece[] {
  const pieces = tidy(given);
  for (let at = 0; at < pieces.length; at += 1) {
    const [piece, after] = [pieces[at], pieces[at + 1]];
    if (!piece || piece.kept) continue;
    if (piece.left.length === 0 || piece.right.length === 0) slide(pieces, at);
    else if (after) closeBracket(piece, after);
  }
  return pieces;
}

/** Without empty pieces and with kept neighbours made one. */
function tidy(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    if (piece.left.length === 0 && piece.right.length === 0) continue;
    const last = result.at(-1);
    if (last?.kept && piece.kept) {
      last.left = [...last.left, ...piece.left];
      last.right = [...last.right, ...piece.right];
    } else result.push({ ...piece });
  }
  return result;
}

const none: Piece = { kept: true, left: [], right: [] };

/** Moves an insertion or a deletion along words that repeat on both of its ends, to the best place for its edges. */
function slide(pieces: Piece[], at: number): void {
  const piece = pieces[at] ?? none;
  const [before, after] = [pieces[at - 1] ?? none, pieces[at + 1] ?? none];
  const isInsertion = piece.left.length === 0;
  const long = isInsertion
    ? [...before.right, ...piece.right, ...after.right]
    : [...before.left, ...piece.left, ...after.left];
  const short = isInsertion ? [...before.left, ...after.left] : [...before.right, ...after.right];
  const start = before.left.length;
  const length = isInsertion ? piece.right.length : piece.left.length;
  let best = start;
  let from = start;
  while (from > 0 && long[from - 1]?.word === long[from - 1 + length]?.word) from -= 1;
  for (let place = from; place === from || long[place - 1]?.word === long[place - 1 + length]?.word; place += 1) {
    if (place + length > long.length) break;
    if (edges(long, place, length) > edges(long, best, length)) best = place;
  }
  if (best === start) return;
  const cut = (tokens: readonly Token[], kept: number, extra: number) =>
    [tokens.slice(0, kept), tokens.slice(kept, kept + extra), tokens.slice(kept + extra)] as const;
  const [longHead, changed, longTail] = cut(long, best, length);
  const [shortHead, , shortTail] = cut(short, best, 0);
  const make = (longer: readonly Token[], shorter: readonly Token[], kept: boolean): Piece =>
    isInsertion ? { kept, left: shorter, right: longer } : { kept, left: longer, right: shorter };
  const first = at > 0 ? at - 1 : at;
  const count = (at > 0 ? 1 : 0) + 1 + (pieces[at + 1] ? 1 : 0);
  const settled = [make(longHead, shortHead, true), make(changed, [], false), make(longTail, shortTail, true)];
  pieces.splice(first, count, ...settled.filter((each) => each.left.length + each.right.length > 0));
}

/** How well both ends of a stretch fall on ends of sentences and parts of them. */
const edges = (tokens: readonly Token[], start: number, length: number): number =>
  edge(tokens[start - 1], tokens[start]) + edge(tokens[start + length - 1], tokens[start + length]);

function edge(before: Token | undefined, after: Token | undefined): number {
  if (!before || !after || /^[.;!?|]$/.test(before.word) || after.lead.includes('\n')) return 3;
  return /^[,:]$/.test(before.word) || /^[,;]$/.test(after.word) ? 2 : 0;
}

const pairs: Readonly<Record<string, string>> = { ')': '(', '»': '«' };

function closeBracket(piece: Piece, after: Piece): void {
  const closing = after.left[0]?.word ?? '';
  const opening = pairs[closing];
  if (opening === undefined) return;
  const isOpen = (tokens: readonly Token[]): boolean =>
    tokens.filter(({ word }) => word === opening).length > tokens.filter(({ word }) => word === closing).length;
  if (!isOpen(piece.left) || !isOpen(piece.right)) return;
  piece.left = [...piece.left, ...after.left.slice(0, 1)];
  piece.right = [...piece.right, ...after.right.slice(0, 1)];
  after.left = after.left.slice(1);
  after.right = after.right.slice(1);
}
