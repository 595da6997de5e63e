import { CELL_SEPARATOR, type TextBlock } from '#shared/domain/redline.ts';
import { numberKey } from '#shared/formats/redline/keys.ts';
import { containment, type Profile, similarity } from '#shared/formats/redline/similarity.ts';

/** A block prepared for comparison. Equal texts have equal keys. */
export interface Item {
  readonly block: TextBlock;
  readonly profile: Profile;
  readonly key: number;
}

/** From here two blocks in the same gap are one clause that was changed. */
export const LEAST_SCORE = 0.4;

/** In a gap of a few blocks there is less to be mistaken for: a smaller likeness is enough. */
export const LEAST_SCORE_OF_FEW = 0.3;

/** Below this a pair in place is given up for a better one elsewhere. */
export const FIRM_SCORE = 0.6;

/** How much two blocks look like two versions of one. A number or the name of a row only adds to what the words say. */
export function scoreOf(left: Item, right: Item): number {
  if (left.key === right.key) return 1.5 + numberBonus(left.block, right.block);
  const base = likeness(left, right);
  if (base < 0.1) return 0;
  return base + numberBonus(left.block, right.block) + rowBonus(left.block, right.block);
}

/** What the words alone say: how alike two blocks are, or how much of the shorter one is found in the longer. */
export function likeness(left: Item, right: Item): number {
  const cut = containment(left.profile, right.profile);
  const alike = similarity(left.profile, right.profile);
  return Math.max(alike, cut >= 0.6 ? cut * 0.85 : 0, equalCells(left.block, right.block) * 0.9);
}

/** The share of cells that two rows have in common, place by place; empty ones say nothing. */
function equalCells(left: TextBlock, right: TextBlock): number {
  if (left.kind !== 'table-row' || right.kind !== 'table-row') return 0;
  const cells = left.text.split(CELL_SEPARATOR);
  const others = right.text.split(CELL_SEPARATOR);
  const equal = cells.filter((cell, at) => cell !== '' && cell === others[at]).length;
  return equal / Math.max(cells.length, others.length);
}

function numberBonus(left: TextBlock, right: TextBlock): number {
  return left.number !== '' && numberKey(left.number) === numberKey(right.number) ? 0.15 : 0;
}

/** A row keeps its name when its figures change, and is another row when its name is another; a row and a paragraph are seldom one. */
function rowBonus(left: TextBlock, right: TextBlock): number {
  const rows = Number(left.kind === 'table-row') + Number(right.kind === 'table-row');
  if (rows === 1) return -0.2;
  if (rows === 0) return 0;
  const cells = [left, right].map((block) => block.text.split(CELL_SEPARATOR));
  const [name = '', other = ''] = cells.map(([first]) => (first ?? '').toLowerCase());
  const words = name.match(wordOfName) ?? [];
  const others = new Set(other.match(wordOfName) ?? []);
  if (words.length > 0 && name === other) return 0.3;
  if (words.length > 0 && others.size > 0 && !words.some((word) => others.has(word))) return -0.3;
  return cells[0]?.length === cells[1]?.length ? 0.05 : 0;
}

const wordOfName = /\p{L}{2,}/gu;
