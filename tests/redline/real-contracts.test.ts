import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareFiles } from '#electron/core/jobs/compare/compare-files.ts';
import type { RedlineBlock } from '#shared/domain/redline.ts';

/** One change of an expected list; `made` of its file tells how the list came about. */
interface ExpectedChange {
  kind: string;
  number: string;
  from?: string;
  /** How the clause begins in the newer version, or in the older one where it was deleted. */
  starts: string;
  /** Words that one side has and the other lacks, in the order of the text. */
  removed?: string;
  added?: string;
  substantial: boolean;
}

interface Expected {
  left: string;
  right: string;
  made: string;
  changes: ExpectedChange[];
}

const data = join(import.meta.dirname, '../../../shared/data/office');
const lists = join(import.meta.dirname, 'expected');
const isHere = existsSync(data);
if (!isHere) console.log('skipped: ../shared/data/office is not here, real contracts are not compared');

const words = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Words of `mine` that are not among `others`, each as often as it is missing there: whether a kept word was put into a phrase does not matter. */
function missing(mine: readonly string[], others: readonly string[]): string {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return mine
    .filter((word) => {
      const count = left.get(word) ?? 0;
      left.set(word, count - 1);
      return count <= 0;
    })
    .toSorted()
    .join(' ');
}

function seen(block: RedlineBlock) {
  const before = words(
    block.runs
      .filter((run) => run.op !== 'ins')
      .map((run) => run.text)
      .join(''),
  );
  const after = words(
    block.runs
      .filter((run) => run.op !== 'del')
      .map((run) => run.text)
      .join(''),
  );
  const side = block.right ?? block.left;
  return {
    kind: block.kind,
    number: side?.number ?? '',
    from: block.kind === 'renumbered' ? block.left?.number : undefined,
    starts: words(side?.text ?? '').slice(0, 2),
    removed: missing(before, after),
    added: missing(after, before),
    substantial: block.substantial,
  };
}

const sorted = (text = ''): string => words(text).toSorted().join(' ');

const wanted = (change: ExpectedChange) => ({
  kind: change.kind,
  number: change.number,
  from: change.from,
  starts: words(change.starts).slice(0, 2),
  removed: sorted(change.removed),
  added: sorted(change.added),
  substantial: change.substantial,
});

describe.skipIf(!isHere)('revisions of real contracts', () => {
  test.each(readdirSync(lists))('%s: exactly the expected clauses', async (name) => {
    const expected = JSON.parse(readFileSync(join(lists, name), 'utf8')) as Expected;
    const redline = await compareFiles({ left: join(data, expected.left), right: join(data, expected.right) });
    const changes = redline.blocks.filter((block) => block.change !== null);
    expect(changes.map(seen)).toEqual(expected.changes.map(wanted));
    expect(redline.changes).toBe(expected.changes.length);
  });
});
