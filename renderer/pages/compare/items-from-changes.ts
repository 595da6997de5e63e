import { type ChangePlace, changePlaces } from '#renderer/pages/compare/changes.ts';
import type { ArgsOf } from '#shared/commands/registry.ts';
import type { Redline, RedlineBlock } from '#shared/domain/redline.ts';
import type { RowOf } from '#shared/domain/registry.ts';

export type ProtocolItem = RowOf<'protocol_item'>;
export type ItemForm = ArgsOf<'protocol_item.add'>['values'];

const MOST_TITLE = 300;
const MOST_TEXT = 20_000;
const MOST_CLAUSE = 40;

/** Levels of a number that count for the order, and how many clauses each may have. */
const [LEVELS, MOST_IN_LEVEL] = [4, 1_000];

/**
 * The place of a clause in the protocol by its number, so that items made on two workstations stand in the order of the text:
 * «4.2» before «4.10»; clauses without such a number come last.
 */
export function positionOf(clause: string): number {
  const parts = /^\d+(\.\d+)*/.exec(clause)?.[0].split('.') ?? [String(MOST_IN_LEVEL)];
  let position = 0;
  for (let level = 0; level < LEVELS; level += 1)
    position = position * MOST_IN_LEVEL + Math.min(Number(parts[level] ?? 0), MOST_IN_LEVEL - (level > 0 ? 1 : 0));
  return position;
}

/** Items as the text goes, then as they were made. */
export const inOrder = (a: ProtocolItem, b: ProtocolItem): number =>
  positionOf(a.clause) - positionOf(b.clause) || a.position - b.position || (a.id < b.id ? -1 : 1);

/** The two wordings of a change; null where the clause is not in that text. */
function wordingsOf(block: RedlineBlock): { ours: string | null; theirs: string | null; clause: string } {
  const left = block.left ?? block.movedFrom;
  const right = block.right ?? block.movedTo;
  return {
    ours: left?.text.slice(0, MOST_TEXT) ?? null,
    theirs: right?.text.slice(0, MOST_TEXT) ?? null,
    clause: (left?.number || right?.number || '').slice(0, MOST_CLAUSE),
  };
}

/** The item of the protocol that a change makes: ours is at the left. Its title is that of its section, its number that of its clause. */
export function itemOfChange(redline: Redline, place: ChangePlace, files: { left: string; right: string }): ItemForm {
  const { ours, theirs, clause } = wordingsOf(place.block);
  const above = redline.blocks.slice(0, place.row);
  const section = above.findLast((block) => block.heading);
  const numbered = above.findLast((block) => sideOf(block)?.number);
  // A paragraph or a table row without a number belongs to what stands above it.
  const number = clause || (sideOf(numbered)?.number ?? '').slice(0, MOST_CLAUSE);
  return {
    clause: number,
    title: (place.block.heading ? '' : (sideOf(section)?.text ?? '')).slice(0, MOST_TITLE),
    ours,
    theirs,
    agreed: null,
    choice: 'none',
    state: 'open',
    oursAttachmentId: files.left,
    theirsAttachmentId: files.right,
    position: positionOf(number),
  };
}

const sideOf = (block: RedlineBlock | undefined) => block?.left ?? block?.right;

/** The living item that a change has become: of the same clause, with the same wordings. */
export const itemFor = (items: readonly ProtocolItem[], block: RedlineBlock): ProtocolItem | undefined => {
  const { ours, theirs, clause } = wordingsOf(block);
  return (
    items.find((item) => (item.ours ?? '') === (ours ?? '') && (item.theirs ?? '') === (theirs ?? '')) ??
    (clause ? items.find((item) => item.clause === clause) : undefined)
  );
};

/** The change of the text that an item speaks of. */
export const changeFor = (places: readonly ChangePlace[], items: readonly ProtocolItem[], id: string) =>
  places.find((place) => itemFor(items, place.block)?.id === id);

/** Items for all substantial changes that the protocol has not got yet. */
export function missingItems(
  redline: Redline,
  items: readonly ProtocolItem[],
  files: { left: string; right: string },
): ItemForm[] {
  return changePlaces(redline, 'substantial')
    .filter((place) => !itemFor(items, place.block))
    .map((place) => itemOfChange(redline, place, files));
}
