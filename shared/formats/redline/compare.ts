import type {
  Redline,
  RedlineBlock,
  RedlineCounts,
  RedlineDocument,
  RedlineKind,
  RedlineSide,
  TextBlock,
} from '#shared/domain/redline.ts';
import { align } from '#shared/formats/redline/align.ts';
import { diffWords } from '#shared/formats/redline/diff-words.ts';
import type { Alignment } from '#shared/formats/redline/find-moves.ts';
import { looseKey, numberKey } from '#shared/formats/redline/keys.ts';
import type { Item } from '#shared/formats/redline/score.ts';
import { type Profile, profiler } from '#shared/formats/redline/similarity.ts';

/** Compares two versions of a document block by block and, in changed blocks, word by word. The caller adds the time it took. */
export function compareBlocks(left: readonly TextBlock[], right: readonly TextBlock[]): Omit<Redline, 'milliseconds'> {
  const profile = profiler();
  const keys = new Map<string, number>();
  const itemOf = (block: TextBlock): Item => {
    const key = keys.get(block.text) ?? keys.size;
    keys.set(block.text, key);
    let known: Profile | null = null;
    return {
      block,
      key,
      // Most blocks are found by being equal and are never looked at closely.
      get profile() {
        known ??= profile(block);
        return known;
      },
    };
  };
  const alignment = align(left.map(itemOf), right.map(itemOf));
  const blocks = numbered(rowsOf(left, right, alignment));
  const changed = onePerChange(blocks);
  const count = (kind: RedlineKind): number => changed.filter((block) => block.kind === kind).length;
  const counts: RedlineCounts = {
    inserted: count('inserted'),
    deleted: count('deleted'),
    changed: count('changed'),
    moved: count('moved'),
    renumbered: count('renumbered'),
  };
  return {
    blocks,
    changes: changed.length,
    substantialChanges: changed.filter((block) => block.substantial).length,
    counts,
    left: describe(left),
    right: describe(right),
  };
}

type Row = Omit<RedlineBlock, 'change'>;

/** Rows in the order of both papers: what was deleted stands before what was inserted at the same place. */
function rowsOf(left: readonly TextBlock[], right: readonly TextBlock[], alignment: Alignment): readonly Row[] {
  const movedLeft = new Map(alignment.moved.map((link) => [link.left, link.right]));
  const movedRight = new Map(alignment.moved.map((link) => [link.right, link.left]));
  const rows: Row[] = [];
  let [i, j] = [0, 0];
  const upTo = (leftEnd: number, rightEnd: number): void => {
    for (; i < leftEnd; i += 1) {
      const [mine, partner] = [left[i], movedLeft.get(i)];
      if (mine) rows.push(partner === undefined ? deleted(mine, i) : oldPlace(mine, i, right, partner));
    }
    for (; j < rightEnd; j += 1) {
      const [mine, partner] = [right[j], movedRight.get(j)];
      if (mine) rows.push(partner === undefined ? inserted(mine, j) : newPlace(mine, j, left, partner));
    }
  };
  for (const link of alignment.inPlace) {
    upTo(link.left, link.right);
    const [before, after] = [left[i], right[j]];
    if (before && after) rows.push(pair(before, i, after, j));
    i += 1;
    j += 1;
  }
  upTo(left.length, right.length);
  return rows;
}

const side = (block: TextBlock, index: number): RedlineSide => ({ index, number: block.number, text: block.text });

const looks = (block: TextBlock) => ({
  block: block.kind,
  level: block.level,
  heading: block.kind === 'heading',
  left: null,
  right: null,
  movedFrom: null,
  movedTo: null,
});

function pair(before: TextBlock, i: number, after: TextBlock, j: number): Row {
  const isSameText = before.text === after.text;
  const isSameNumber = numberKey(before.number) === numberKey(after.number);
  return {
    ...looks(after),
    kind: isSameText ? (isSameNumber ? 'same' : 'renumbered') : 'changed',
    left: side(before, i),
    right: side(after, j),
    substantial: !isSameText && looseKey(before.text) !== looseKey(after.text),
    runs: diffWords(before.text, after.text),
  };
}

const says = (block: TextBlock): boolean => looseKey(block.text) !== '';

const deleted = (block: TextBlock, at: number): Row => ({
  ...looks(block),
  kind: 'deleted',
  left: side(block, at),
  substantial: says(block),
  runs: [{ op: 'del', text: block.text }],
});

const inserted = (block: TextBlock, at: number): Row => ({
  ...looks(block),
  kind: 'inserted',
  right: side(block, at),
  substantial: says(block),
  runs: [{ op: 'ins', text: block.text }],
});

function oldPlace(mine: TextBlock, at: number, right: readonly TextBlock[], partner: number): Row {
  const other = right[partner] ?? mine;
  const runs = diffWords(mine.text, other.text);
  const places = { left: side(mine, at), movedTo: side(other, partner) };
  return { ...looks(mine), ...places, kind: 'moved', substantial: true, runs };
}

function newPlace(mine: TextBlock, at: number, left: readonly TextBlock[], partner: number): Row {
  const other = left[partner] ?? mine;
  const runs = diffWords(other.text, mine.text);
  const places = { right: side(mine, at), movedFrom: side(other, partner) };
  return { ...looks(mine), ...places, kind: 'moved', substantial: true, runs };
}

/** Numbers the changes in the order of rows; both rows of a moved clause have the number of the first. */
function numbered(rows: readonly Row[]): readonly RedlineBlock[] {
  const ofMoved = new Map<number, number>();
  let last = 0;
  return rows.map((row) => {
    if (row.kind === 'same') return { ...row, change: null };
    const from = row.kind === 'moved' ? (row.left ?? row.movedFrom)?.index : undefined;
    const known = from === undefined ? undefined : ofMoved.get(from);
    if (known !== undefined) return { ...row, change: known };
    last += 1;
    if (from !== undefined) ofMoved.set(from, last);
    return { ...row, change: last };
  });
}

function onePerChange(blocks: readonly RedlineBlock[]): readonly RedlineBlock[] {
  const seen = new Map<number, RedlineBlock>();
  for (const block of blocks) if (block.change !== null && !seen.has(block.change)) seen.set(block.change, block);
  return [...seen.values()];
}

function describe(blocks: readonly TextBlock[]): RedlineDocument {
  const titled = blocks.find((block) => block.kind === 'heading') ?? blocks[0];
  return { title: (titled?.text ?? '').slice(0, 200), blocks: blocks.length };
}
