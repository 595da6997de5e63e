import { CELL_SEPARATOR } from '#shared/domain/redline.ts';
import { isWord, type Token } from '#shared/formats/redline/tokens.ts';

/** A stretch of two texts: the same words on both sides, or words that replace each other. */
export interface Piece {
  readonly kept: boolean;
  left: readonly Token[];
  right: readonly Token[];
}

/** Below this share of kept letters nothing of a clause is left: a few common words in it only make it hard to read. */
const LEAST_KEPT = 0.25;

/**
 * Makes phrases of a word-by-word difference: what stays the same between two changes and says nothing by itself (a comma, «и», one short word
 * between long replacements) goes into the change around it.
 */
export function joinIslands(pieces: readonly Piece[]): readonly Piece[] {
  if (isRewritten(pieces)) return [mergeAll(pieces)];
  let current = [...pieces];
  for (;;) {
    const at = current.findIndex((piece, index) => isIsland(current, index, piece));
    if (at < 0) return current;
    const merged = mergeAll(current.slice(at - 1, at + 2));
    current = [...current.slice(0, at - 1), merged, ...current.slice(at + 2)];
  }
}

function isIsland(pieces: readonly Piece[], at: number, piece: Piece): boolean {
  const before = pieces[at - 1];
  const after = pieces[at + 1];
  if (!piece.kept || !before || !after) return false;
  const words = piece.left.filter((token) => isWord(token.word));
  if (hasCellEnd(piece)) return false;
  const around = Math.min(weight(before), weight(after));
  if (words.length === 0) return isReplacement(before) || isReplacement(after) || around > 0;
  // One word, or two short ones, weaker than the changes on both of its sides.
  const letters = words.reduce((sum, token) => sum + token.word.length, 0);
  const isWeak = words.length === 1 || (words.length === 2 && letters <= 6);
  return isWeak && isReplacement(before) && isReplacement(after) && letters < around;
}

const isReplacement = (piece: Piece): boolean => piece.left.length > 0 && piece.right.length > 0;

const letters = (tokens: readonly Token[]): number => tokens.reduce((sum, token) => sum + token.word.length, 0);

const weight = (piece: Piece): number => Math.max(letters(piece.left), letters(piece.right));

/** Cells of a row stay apart, whatever becomes of their words. */
const hasCellEnd = (piece: Piece): boolean => piece.left.some((token) => token.word === CELL_SEPARATOR.trim());

function isRewritten(pieces: readonly Piece[]): boolean {
  if (pieces.some((piece) => piece.kept && hasCellEnd(piece))) return false;
  const kept = pieces.filter((piece) => piece.kept).reduce((sum, piece) => sum + letters(piece.left), 0);
  const left = pieces.reduce((sum, piece) => sum + letters(piece.left), 0);
  const right = pieces.reduce((sum, piece) => sum + letters(piece.right), 0);
  // A clause that was only lengthened keeps all of the shorter text.
  return kept < Math.max(left, right) * LEAST_KEPT && kept < Math.min(left, right) * 0.5;
}

const mergeAll = (pieces: readonly Piece[]): Piece => ({
  kept: false,
  left: pieces.flatMap((piece) => piece.left),
  right: pieces.flatMap((piece) => piece.right),
});
