import { diffArrays } from 'diff';
import type { RedlineRun } from '#shared/domain/redline.ts';
import { joinIslands, type Piece } from '#shared/formats/redline/join-islands.ts';
import { settleEdges } from '#shared/formats/redline/settle-edges.ts';
import { type Token, tokensOf } from '#shared/formats/redline/tokens.ts';

/** Two texts with more differences than this share too little: they are shown as one whole for another. */
const MOST_EDITS = 3_000;

/** The difference of two texts by words: kept runs and deleted ones spell `left`, kept and inserted ones `right`. Both have no white space at their ends. */
export function diffWords(left: string, right: string): readonly RedlineRun[] {
  if (left === right) return left === '' ? [] : [{ op: 'keep', text: left }];
  const leftTokens = tokensOf(left);
  const rightTokens = tokensOf(right);
  return toRuns(settleEdges(joinIslands(piecesOf(leftTokens, rightTokens)).flatMap(trimmed)));
}

function piecesOf(left: readonly Token[], right: readonly Token[]): Piece[] {
  const changes = diffArrays(
    left.map((token) => token.word),
    right.map((token) => token.word),
    { maxEditLength: MOST_EDITS },
  );
  if (!changes) return [{ kept: false, left, right }];
  const pieces: Piece[] = [];
  let [fromLeft, fromRight] = [0, 0];
  for (const change of changes) {
    const count = change.value.length;
    const kept = !change.added && !change.removed;
    const leftPart = change.added ? [] : left.slice(fromLeft, fromLeft + count);
    const rightPart = change.removed ? [] : right.slice(fromRight, fromRight + count);
    fromLeft += leftPart.length;
    fromRight += rightPart.length;
    const last = pieces.at(-1);
    if (!kept && last && !last.kept) {
      last.left = [...last.left, ...leftPart];
      last.right = [...last.right, ...rightPart];
    } else pieces.push({ kept, left: leftPart, right: rightPart });
  }
  return pieces;
}

/** What a joined phrase has in common at its ends stays. */
function trimmed(piece: Piece): readonly Piece[] {
  if (piece.kept) return [piece];
  const { left, right } = piece;
  const shorter = Math.min(left.length, right.length);
  let head = 0;
  while (head < shorter && left[head]?.word === right[head]?.word) head += 1;
  let tail = 0;
  while (tail < shorter - head && left.at(-1 - tail)?.word === right.at(-1 - tail)?.word) tail += 1;
  const cut = (kept: boolean, from: number, drop: number): Piece => ({
    kept,
    left: left.slice(from, left.length - drop),
    right: right.slice(from, right.length - drop),
  });
  const ends = { kept: true, left: left.slice(0, head), right: right.slice(0, head) };
  return [
    ends,
    cut(false, head, tail),
    { kept: true, left: left.slice(left.length - tail), right: right.slice(right.length - tail) },
  ];
}

function toRuns(pieces: readonly Piece[]): readonly RedlineRun[] {
  const runs: { op: RedlineRun['op']; text: string }[] = [];
  const add = (op: RedlineRun['op'], text: string): void => {
    if (text === '') return;
    const last = runs.at(-1);
    if (last?.op === op) last.text += text;
    else runs.push({ op, text });
  };
  for (const piece of pieces) {
    if (piece.kept) {
      piece.left.forEach((token, at) => {
        const other = piece.right[at]?.lead ?? '';
        addLeads(token.lead, other, add);
        add('keep', token.word);
      });
      continue;
    }
    // White space before both halves of a replacement belongs to neither.
    const shared = piece.left[0]?.lead === piece.right[0]?.lead ? (piece.left[0]?.lead ?? '') : '';
    add('keep', shared);
    add('del', spell(piece.left).slice(shared.length));
    add('ins', spell(piece.right).slice(shared.length));
  }
  return runs;
}

function addLeads(left: string, right: string, add: (op: RedlineRun['op'], text: string) => void): void {
  if (left === right) add('keep', left);
  else {
    add('del', left);
    add('ins', right);
  }
}

const spell = (tokens: readonly Token[]): string => tokens.map((token) => token.lead + token.word).join('');
